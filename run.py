"""Start Bekal: make everything ready on this computer, then open the class page.

    python3 run.py                  set up if needed, then serve the lessons and open the browser
    python3 run.py setup            only set up
    python3 run.py lab              open the lessons in JupyterLab
    python3 run.py test [...]       set up the test tools too and run every check
    python3 run.py bekal <command>  run any Bekal command

Standard library only. The syntax stays old on purpose: Python 3.6 must still be able to read this file and say in
one sentence that it is too old.
"""

import contextlib
import errno
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
OLDEST_PYTHON = (3, 11)
MEGABYTE = 1000 * 1000
SPACE_NEEDED = {"base": 800 * MEGABYTE, "test": 1200 * MEGABYTE}

# What the screen says, in Indonesian and then in English.
SENTENCES = {
    "old-python": (
        "Bekal perlu Python {needed} atau lebih baru. Komputer ini memakai Python {found}. "
        "Pasang Python yang lebih baru, lalu jalankan lagi.",
        "Bekal needs Python {needed} or newer. This computer runs Python {found}. "
        "Install a newer Python, then run this again.",
    ),
    "no-venv": (
        "Python di komputer ini belum lengkap. Pasang paket {package} (sudo apt install {package}), "
        "lalu jalankan lagi.",
        "Python on this computer is incomplete. Install the package {package} (sudo apt install {package}), "
        "then run this again.",
    ),
    "no-network": (
        "Persiapan pertama perlu internet, dan internet tidak terjangkau. Sambungkan komputer ke internet, lalu "
        "jalankan lagi. Tanpa internet: salin folder wheelhouse dari komputer lain ke folder ini. Catatan: {log}",
        "The first set-up needs the internet, and it cannot be reached. Connect this computer to the internet, then "
        "run this again. Without internet: copy the folder wheelhouse from another computer into this folder. "
        "Log: {log}",
    ),
    "disk-full": (
        "Ruang di disk tidak cukup. Bekal perlu {needed} MB; yang kosong {free} MB. Hapus yang tidak dipakai, lalu "
        "jalankan lagi.",
        "The disk has too little room. Bekal needs {needed} MB; {free} MB is free. Delete what is not used, then "
        "run this again.",
    ),
    "no-permission": (
        "Folder ini tidak boleh ditulisi: {folder}. Salin Bekal ke folder milik sendiri, lalu jalankan lagi.",
        "This folder cannot be written to: {folder}. Copy Bekal to a folder of your own, then run this again.",
    ),
    "damaged": (
        "Ada berkas yang rusak atau berubah di jalan, jadi tidak dipasang. Jalankan lagi; bila tetap gagal, pakai "
        "sambungan internet lain. Catatan: {log}",
        "A file arrived damaged or changed, so it was not installed. Run this again; if it still fails, use another "
        "internet connection. Log: {log}",
    ),
    "failed": (
        "Persiapan gagal. Jalankan lagi; bila tetap gagal, kirim berkas catatan ini kepada pengelola Bekal: {log}",
        "The set-up failed. Run this again; if it still fails, send this log to the people who keep Bekal: {log}",
    ),
    "stopped": (
        "Dihentikan. Jalankan lagi untuk melanjutkan.",
        "Stopped. Run this again to go on.",
    ),
    "unknown-command": (
        "Perintah {word} tidak dikenal. Yang ada: {known}.",
        "There is no command {word}. There are: {known}.",
    ),
    "waiting": (
        "Persiapan lain sedang berjalan di folder ini. Menunggu sampai selesai.",
        "Another set-up is running in this folder. Waiting until it is done.",
    ),
    "wheelhouse-unfit": (
        "Isi folder wheelhouse tidak lengkap atau rusak. Paket diambil dari internet.",
        "The folder wheelhouse is incomplete or damaged. Packages come from the internet.",
    ),
    "ready": ("Bekal siap.", "Bekal is ready."),
    "step-place": ("Menyiapkan tempat", "Making room"),
    "step-look": ("Memeriksa paket yang sudah ada", "Looking at the packages already here"),
    "step-fetch": ("Mengambil paket", "Fetching packages"),
    "step-install": ("Memasang paket (bisa beberapa menit)", "Installing packages (may take a few minutes)"),
    "step-bekal": ("Memasang Bekal", "Installing Bekal"),
}

# How pip, Python and the operating system word each trouble; the first sign found decides.
SIGNS = (
    ("disk-full", ("No space left on device", "Disk quota exceeded", "[WinError 112]", "[Errno 28]")),
    ("damaged", ("DO NOT MATCH THE HASHES", "Wheel is invalid", "is not a zip file", "is invalid.")),
    ("no-permission", ("Permission denied", "Read-only file system", "[WinError 5]", "Access is denied")),
    (
        "no-network",
        (
            "NewConnectionError",
            "NameResolutionError",
            "ConnectTimeoutError",
            "ReadTimeoutError",
            "Max retries exceeded",
            "Network is unreachable",
            "ProxyError",
            "SSLError",
            "CERTIFICATE_VERIFY_FAILED",
            "IncompleteRead",
            "Connection aborted",
            "Connection broken",
        ),
    ),
)
ERRNO_KEYS = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "no-permission",
}

# A computer's own pip settings may say how to reach the packages, never what is installed or where.
PIP_SETTINGS_KEPT = frozenset(
    "PIP_" + name
    for name in (
        "CACHE_DIR CERT CLIENT_CERT CONFIG_FILE DEFAULT_TIMEOUT EXTRA_INDEX_URL FIND_LINKS INDEX_URL "
        "KEYRING_PROVIDER NO_CACHE_DIR PROXY RETRIES TIMEOUT TRUSTED_HOST"
    ).split()
)


class Stop(Exception):
    """A trouble that one sentence explains."""

    def __init__(self, key: str, **details: object) -> None:
        """Remember which sentence to say and what fills its blanks."""
        super().__init__(key)
        self.key = key
        self.details = details

    def __str__(self) -> str:
        """Word the trouble, in Indonesian and then in English."""
        return "\n".join(sentence.format(**self.details) for sentence in SENTENCES[self.key])


class Place:
    """Where things are in one copy of Bekal, on one kind of system."""

    def __init__(self, root: Path, platform: str = sys.platform) -> None:
        """Name the folders below `root`; `platform` is worded as in `sys.platform`."""
        self.root = root
        self.platform = platform
        self.venv = root / ".venv"
        self.stamp = self.venv / "bekal-ready.json"
        self.workshop = root / ".setup"
        self.fetched = self.workshop / "wheels"
        self.wheelhouse = root / "wheelhouse"
        self.log = self.workshop / "setup.log"
        self.scripts = self.venv / ("Scripts" if platform == "win32" else "bin")
        self.python = self.scripts / ("python.exe" if platform == "win32" else "python")

    def requirements(self, name: str) -> Path:
        """The pinned and hashed list called `name`: base or test."""
        return self.root / "requirements" / (name + ".txt")

    def installed(self) -> int:
        """How many packages the environment holds, whole or nearly so."""
        pattern = "Lib/site-packages" if self.platform == "win32" else "lib/python3*/site-packages"
        return sum(1 for _ in self.venv.glob(pattern + "/*.dist-info"))


# ---------------------------------------------------------------- words on screen


def say(key: str, **details: object) -> None:
    """Print one of the sentences in both languages."""
    print(Stop(key, **details), flush=True)


class Progress:
    """One calm line per step; on a terminal the line counts along."""

    def __init__(self, key: str, total: int = 0) -> None:
        """Announce the step; `total` is about how many packages it handles."""
        self.label = "  " + " / ".join(SENTENCES[key])
        self.total = total
        self.counts = total > 0 and sys.stdout.isatty()
        print(self.label, end="" if self.counts else "\n", flush=True)

    def show(self, done: int) -> None:
        """Say how many of about how many packages are done."""
        if self.counts:
            print("\r{}: {}/{}".format(self.label, min(done, self.total), self.total), end="", flush=True)

    def close(self) -> None:
        """End the line."""
        if self.counts:
            print(flush=True)


# ---------------------------------------------------------------- what is trouble


def check_python(version: tuple) -> None:
    """Refuse a Python that is too old."""
    if version < OLDEST_PYTHON:
        raise Stop("old-python", needed=dotted(OLDEST_PYTHON), found=dotted(version))


def dotted(version: tuple) -> str:
    """Write a version tuple the way people do."""
    return ".".join(str(part) for part in version)


def check_venv_module(version: tuple, find=importlib.util.find_spec) -> None:
    """Refuse a Python without `ensurepip`, as Debian ships it until python3-venv is installed."""
    if find("ensurepip") is None or find("venv") is None:
        raise Stop("no-venv", package="python{}-venv".format(dotted(version[:2])))


def check_space(place: Place, name: str, free: "int | None" = None) -> None:
    """Refuse to begin when the disk cannot hold what is to be installed."""
    free = shutil.disk_usage(str(place.root)).free if free is None else free
    if free < SPACE_NEEDED[name]:
        raise Stop("disk-full", needed=SPACE_NEEDED[name] // MEGABYTE, free=free // MEGABYTE)


def trouble(text: str) -> str:
    """Which sentence explains what a failed command printed."""
    for key, signs in SIGNS:
        if any(sign in text for sign in signs):
            return key
    return "failed"


def stop_for(key: str, place: Place) -> Stop:
    """Fill a sentence's blanks with what is known of this place."""
    free = shutil.disk_usage(str(place.root)).free
    needed = SPACE_NEEDED["test"] // MEGABYTE
    return Stop(key, log=place.log, folder=place.root, needed=needed, free=free // MEGABYTE)


# ---------------------------------------------------------------- what is installed already


def digest(path: Path) -> str:
    """A fingerprint of a file's content, the same whatever its line endings."""
    return hashlib.sha256(path.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def wanted_stamp(place: Place, names: tuple, python: str) -> dict:
    """What the stamp says once the named sets are in this environment."""
    return {
        "place": str(place.venv),
        "python": python,
        "project": digest(place.root / "pyproject.toml"),
        "requirements": {name: digest(place.requirements(name)) for name in names},
    }


def read_stamp(place: Place) -> dict:
    """The stamp of the last finished set-up; empty when there is none or it cannot be read."""
    try:
        stamp = json.loads(place.stamp.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def write_stamp(place: Place, stamp: dict) -> None:
    """Put the stamp down in one move, so that half a stamp never exists."""
    draft = place.stamp.with_suffix(".draft")
    draft.write_text(json.dumps(stamp, indent=1, sort_keys=True), encoding="utf-8")
    os.replace(str(draft), str(place.stamp))


def venv_version(place: Place) -> str:
    """The version of the environment's own Python, such as 3.12; empty when it does not start."""
    command = [str(place.python), "-I", "-S", "-c", "import sys; print('%d.%d' % sys.version_info[:2])"]
    try:
        answer = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return answer.stdout.decode("ascii", "replace").strip() if answer.returncode == 0 else ""


def state(place: Place, names: tuple) -> str:
    """Whether the environment is `ready`, is `behind` its lists, or is `broken` and must be made anew."""
    stamp = read_stamp(place)
    python = venv_version(place) if stamp else ""
    if not python or stamp.get("python") != python or stamp.get("place") != str(place.venv):
        return "broken"
    wanted = wanted_stamp(place, names, python)
    lists = stamp.get("requirements")
    same_lists = isinstance(lists, dict) and wanted["requirements"].items() <= lists.items()
    return "ready" if same_lists and stamp.get("project") == wanted["project"] else "behind"


# ---------------------------------------------------------------- one set-up at a time


@contextlib.contextmanager
def only_one(place: Place):
    """Hold this copy's lock; the system itself lets go of it when the holder dies, so it is never stale."""
    place.workshop.mkdir(exist_ok=True)
    with (place.workshop / "lock").open("a+") as handle:
        said = False
        while not try_lock(handle.fileno(), place.platform):
            if not said:
                say("waiting")
            said = True
            time.sleep(0.3)
        yield handle.fileno()


def try_lock(descriptor: int, platform: str) -> bool:
    """Take the lock if nobody holds it; where the file system knows no locks, go on without."""
    try:
        if platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        return error.errno not in (errno.EAGAIN, errno.EACCES, errno.EDEADLK)
    return True


# ---------------------------------------------------------------- pip


def clean_environment(environ: dict) -> dict:
    """The environment without what would bend Python's or pip's ways."""
    dropped = {"PYTHONHOME", "PYTHONPATH", "__PYVENV_LAUNCHER__"}
    kept = {name: value for name, value in environ.items() if name not in dropped}
    kept = {name: v for name, v in kept.items() if not name.startswith("PIP_") or name in PIP_SETTINGS_KEPT}
    return dict(kept, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1")


class Installer:
    """Runs pip inside the environment, quietly, with everything it says kept in the log."""

    def __init__(self, place: Place, lock: int) -> None:
        """Work in `place`; pip inherits the descriptor `lock`, so an orphaned pip still holds the lock."""
        self.place = place
        self.inherit = {} if place.platform == "win32" else {"pass_fds": (lock,)}

    def run(self, arguments: list, progress: Progress, count=None) -> str:
        """Run pip and return what it printed if it failed, else an empty text."""
        command = [str(self.place.python), "-I", "-m", "pip", "--no-input"] + arguments
        before = self.place.log.stat().st_size if self.place.log.exists() else 0
        with self.place.log.open("ab") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env=clean_environment(os.environ),
                cwd=str(self.place.root),
                **self.inherit
            )
            code = watch(process, progress, count)
        with self.place.log.open("rb") as log:
            log.seek(before)
            printed = log.read().decode("utf-8", "replace")
        return "" if code == 0 else printed or "pip: {}".format(code)

    def holds_everything(self, folder: Path, name: str, progress: Progress) -> bool:
        """Whether `folder` has every package of the list, undamaged, for this system."""
        if not folder.is_dir():
            return False
        offline = ["--isolated", "install", "--dry-run", "--no-index", "--find-links", str(folder)]
        return not self.run(offline + pinned(self.place, name), progress)

    def fetch(self, name: str) -> None:
        """Download the packages of a list into the folder of fetched wheels."""
        progress = Progress("step-fetch", packages(self.place, name))
        start = self.place.log.stat().st_size if self.place.log.exists() else 0
        online = ["download", "--progress-bar", "off", "--dest", str(self.place.fetched)]
        failure = self.run(online + pinned(self.place, name), progress, lambda: collected(self.place.log, start))
        if failure:
            raise stop_for(trouble(failure), self.place)

    def install(self, name: str, folder: Path) -> None:
        """Install the packages of a list from a folder of wheels, without network."""
        progress = Progress("step-install", packages(self.place, name))
        offline = ["--isolated", "install", "--no-index", "--find-links", str(folder)]
        failure = self.run(offline + pinned(self.place, name), progress, self.place.installed)
        if failure:
            raise stop_for(trouble(failure), self.place)

    def install_bekal(self) -> None:
        """Install Bekal itself so that edits to it count at once."""
        offline = ["--isolated", "install", "--no-index", "--no-deps", "--no-build-isolation"]
        failure = self.run(offline + ["--editable", str(self.place.root)], Progress("step-bekal"))
        if failure:
            raise stop_for(trouble(failure), self.place)


def pinned(place: Place, name: str) -> list:
    """The options that let pip take only the exact, hashed wheels of a list."""
    return ["--require-hashes", "--only-binary", ":all:", "--requirement", str(place.requirements(name))]


def packages(place: Place, name: str) -> int:
    """How many packages a list names; a few are for other systems only."""
    return len(set(re.findall(r"^([\w.-]+)==", place.requirements(name).read_text(encoding="utf-8"), re.M)))


def collected(log: Path, start: int) -> int:
    """How many packages pip has found and downloaded since byte `start` of its log."""
    with log.open("rb") as handle:
        handle.seek(start)
        return len(re.findall(rb"^Collecting ", handle.read(), re.M))


def watch(process, progress: Progress, count=None) -> int:
    """Wait for a process and count along; on Ctrl-C let it end first."""
    try:
        while True:
            try:
                return process.wait(timeout=0.5)
            except subprocess.TimeoutExpired:
                progress.show(count() if count else 0)
    except KeyboardInterrupt:
        process.terminate()
        process.wait()
        raise
    finally:
        progress.close()


# ---------------------------------------------------------------- set-up


def make_venv(place: Place) -> None:
    """Make the environment anew with the Python that runs this file."""
    import venv

    Progress("step-place")
    builder = venv.EnvBuilder(clear=True, symlinks=place.platform != "win32", with_pip=True)
    try:
        builder.create(str(place.venv))
    except subprocess.CalledProcessError as error:
        printed = (error.output or b"").decode("utf-8", "replace")
        place.log.write_text(printed, encoding="utf-8")
        raise stop_for(trouble(printed), place) from error


def wheels(place: Place, installer: Installer, name: str) -> Path:
    """The folder that holds every package of the list, after fetching what no folder has."""
    for folder in (place.wheelhouse, place.fetched):
        if folder.is_dir():
            if installer.holds_everything(folder, name, Progress("step-look")):
                return folder
            if folder == place.wheelhouse:
                say("wheelhouse-unfit")
    installer.fetch(name)
    return place.fetched


def set_up(place: Place, names: tuple = ("base",)) -> None:
    """Make the environment hold the named sets and Bekal itself; does nothing when it already does."""
    if state(place, names) == "ready":
        return
    try:
        with only_one(place) as lock:
            repair(place, names, lock)
    except OSError as error:
        raise stop_for(ERRNO_KEYS.get(error.errno, "failed"), place) from error


def repair(place: Place, names: tuple, lock: int) -> None:
    """Bring the environment from whatever state it is in to ready; the stamp is written last."""
    found = state(place, names)
    if found == "ready":
        return
    largest = names[-1]
    check_venv_module(sys.version_info)
    check_space(place, largest)
    place.log.write_text("", encoding="utf-8")
    kept = read_stamp(place).get("requirements", {}) if found == "behind" else {}
    if found == "broken":
        make_venv(place)
    installer = Installer(place, lock)
    folder = wheels(place, installer, largest)
    # From here on the environment is in between: without its stamp an interrupted set-up is made anew.
    with contextlib.suppress(FileNotFoundError):
        place.stamp.unlink()
    installer.install(largest, folder)
    installer.install_bekal()
    stamp = wanted_stamp(place, names, venv_version(place))
    stamp["requirements"] = dict(kept, **stamp["requirements"])
    write_stamp(place, stamp)
    say("ready")


# ---------------------------------------------------------------- commands


def hand_over(place: Place, command: list) -> int:
    """Let a command of the environment take over and return its exit status."""
    environ = clean_environment(os.environ)
    environ["PATH"] = str(place.scripts) + os.pathsep + environ.get("PATH", "")
    environ["VIRTUAL_ENV"] = str(place.venv)
    command = [str(place.python)] + command
    sys.stdout.flush()
    if place.platform != "win32":
        os.execve(command[0], command, environ)
    # Windows has no such replacement: wait, and leave Ctrl-C to the command itself.
    process = subprocess.Popen(command, env=environ)
    while True:
        with contextlib.suppress(KeyboardInterrupt):
            return process.wait()


def command_line(place: Place, words: list) -> tuple:
    """Turn what was typed into the sets it needs and the command to hand over to; no command for `setup`."""
    word, rest = (words[0], words[1:]) if words and not words[0].startswith("-") else ("serve", words)
    if word == "setup":
        return ("base",), []
    if word == "serve":
        return ("base",), ["-m", "bekal", "serve"] + rest
    if word == "lab":
        return ("base",), ["-m", "jupyterlab", "--ServerApp.root_dir=" + str(place.root / "modules")] + rest
    if word == "test":
        return ("base", "test"), ["-m", "pytest"] + rest
    if word == "bekal":
        # `check` validates data packages with a tool that only authors need.
        return ("base", "test") if rest[:1] == ["check"] else ("base",), ["-m", "bekal"] + rest
    raise Stop("unknown-command", word=word, known="setup, serve, lab, test, bekal")


def main(words: list, place: Place, version: tuple = sys.version_info[:3]) -> int:
    """Do what was asked; every known trouble ends in one sentence and exit status 1."""
    if words[:1] in (["-h"], ["--help"]):
        print(__doc__)
        return 0
    try:
        check_python(version)
        names, command = command_line(place, words)
        set_up(place, names)
        if not command:
            return 0
        os.chdir(str(place.root))
        return hand_over(place, command)
    except Stop as stop:
        print(stop, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n{}".format(Stop("stopped")), file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], Place(ROOT)))
