"""The addresses of a lesson that Voilà opens with a kernel: its page, its kernel's channel, and Voilà's own scripts."""

from __future__ import annotations

import json
import mimetypes
import re
from http import HTTPStatus
from pathlib import Path

from jupyter_core.paths import jupyter_path
from jupyter_core.utils import ensure_async
from jupyter_server.auth.identity import IdentityProvider, User
from tornado.web import HTTPError
from voila.handler import VoilaHandler
from voila.paths import collect_static_paths
from voila.tornado.kernel_websocket_handler import VoilaKernelWebsocketHandler

from bekal.curriculum import in_language
from bekal.curriculum.markdown import translated
from bekal.curriculum.translations import module_translations
from bekal.serving import headers, screens
from bekal.serving.answers import where
from bekal.serving.handlers import LANG, SLUG, ClassHandler, Polite
from bekal.serving.kernels import ClassFull
from bekal.serving.pages import page
from bekal.serving.sentences import CLASS_FULL

KERNEL = r"([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})"
WIDGETS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "anywidget")
SERVED = re.compile(r"[\w.-]+\.(?:js|css|json|svg|woff2?|ttf|eot)")
FOR_A_DAY = "public, max-age=86400"


class NobodyInParticular(IdentityProvider):
    """Every visitor is the same nameless one: no login, no cookie."""

    def get_user(self, handler) -> User:
        """The one visitor there is."""
        return User("class")


class KernelHandler(Polite):
    """What the handlers share that Jupyter brings."""

    policy = headers.KERNEL_PAGE
    allowed = "GET"

    def initialize(self, house, **about) -> None:
        """Keeps what all handlers share."""
        self.house = house
        super().initialize(**about)

    async def prepare(self) -> None:
        """Checks host and rate first."""
        refused = self.objection()
        if refused:
            raise HTTPError(refused)
        await ensure_async(super().prepare())


class KernelLesson(KernelHandler, VoilaHandler):
    """`/<lang>/<slug>/kernel`: a lesson whose `module.yml` asks for a kernel, run by Voilà for this one visitor."""

    async def get(self, lang: str, slug: str) -> None:
        """The page, cell by cell as it is run."""
        module = self.house.module(slug)
        if lang not in self.house.languages() or module is None or module.engine != "kernel":
            raise HTTPError(HTTPStatus.NOT_FOUND)
        self.module, self.shown_in = module, lang
        self.notebook_path = module.lesson.relative_to(module.folder.parents[1]).as_posix()
        # Voilà hands a query to the kernel's environment and takes templates from it.
        self.request.query, self.request.arguments, self.request.query_arguments = "", {}, {}
        try:
            async for piece in self.get_generator():
                self.write(piece)
                self.flush()
        except ClassFull:
            self.send_page(self.house.message_page(HTTPStatus.SERVICE_UNAVAILABLE, lang, CLASS_FULL))


def translate_notebook(handler: KernelLesson, notebook, cwd: str):
    """Voilà's hook before a kernel starts: the notebook in the visitor's language, its pictures found from the root."""
    module, lang = handler.module, handler.shown_in
    messages = module_translations(module, lang)
    folder = Path(handler.notebook_path).parent.as_posix()
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            cell.source = translated(cell.source, messages).replace("](images/", f"]({folder}/images/")
    notebook.metadata["bekal"] = screens.kernel_words(in_language(module, lang), lang)
    return notebook


class KernelChannel(KernelHandler, VoilaKernelWebsocketHandler):
    """The websocket between a page and its kernel; Jupyter lets through what `CappedKernels` allows."""

    async def get(self, kernel_id: str) -> None:
        """Opens the channel of a kernel that runs."""
        if kernel_id not in self.kernel_manager:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        await super().get(kernel_id)

    async def open(self, kernel_id: str) -> None:
        """Connects to the kernel, and lets it hang up when it ends."""
        self.kernel_manager.listen(kernel_id, self)
        await super().open(kernel_id)

    def on_close(self) -> None:
        """Lets the kernel know that the page is gone."""
        self.kernel_manager.hang_up(self.kernel_id, self)
        super().on_close()

    def on_message(self, message) -> None:
        """Passes a message on; one that cannot be read ends the connection."""
        try:
            super().on_message(message)
        except Exception as fault:  # a visitor can send anything
            self.house.report("kernel", where(fault))
            self.close(1003)


class KernelModel(ClassHandler):
    """`/api/kernels/<id>`: whether a page's kernel still runs."""

    def initialize(self, house, kernels) -> None:
        """Keeps the kernels beside what all handlers share."""
        super().initialize(house)
        self.kernels = kernels

    def get(self, kernel_id: str) -> None:
        """The kernel's id, name and state."""
        if kernel_id not in self.kernels:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        kernel = self.kernels.kernel_model(kernel_id)
        kept = {name: kernel[name] for name in ("id", "name", "execution_state", "connections")}
        self.send_page(page(json.dumps(kept | {"last_activity": ""}).encode(), "application/json"))


class KernelEnd(KernelModel):
    """`/voila/api/shutdown/<id>`: a page that closes ends its kernel, whose name nobody else knows."""

    allowed = "POST"
    get = ClassHandler._unimplemented_method

    async def post(self, kernel_id: str) -> None:
        """Ends the kernel."""
        if kernel_id not in self.kernels:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        await ensure_async(self.kernels.shutdown_kernel(kernel_id))
        self.set_status(HTTPStatus.NO_CONTENT)
        self.finish()


class VoilaFile(ClassHandler):
    """`/voila/static/...` and `/voila/labextensions/...`: the scripts of Voilà and of widgets, from a fixed list."""

    policy = headers.KERNEL_PAGE

    def get(self, name: str) -> None:
        """The file, compressed once."""
        file = _voila_files(self.application.settings).get(name)
        if file is None:
            raise HTTPError(HTTPStatus.NOT_FOUND)
        kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
        self.send_page(self.house.shelf.get(("voila", name), (), lambda: page(file.read_bytes(), kind)), FOR_A_DAY)

    head = get


def _voila_files(settings: dict) -> dict[str, Path]:
    """Every file of Voilà that may be fetched, by its address; listed when the first one is asked for."""
    if "voila_files" not in settings:
        found = {}
        for folder in reversed(collect_static_paths(["voila", "nbconvert"], "lab")):
            found |= _served(Path(folder), "static")
        for folder in reversed(jupyter_path("labextensions") + jupyter_path("voila", "labextensions")):
            for name in WIDGETS:
                found |= _served(Path(folder) / name / "static", f"labextensions/{name}/static")
        settings["voila_files"] = found
    return settings["voila_files"]


def _served(folder: Path, address: str) -> dict[str, Path]:
    files = folder.iterdir() if folder.is_dir() else ()
    return {f"{address}/{file.name}": file for file in files if SERVED.fullmatch(file.name) and file.is_file()}


def routes(house, voila) -> list:
    """The handlers of lessons with kernels, by address."""
    known, with_kernels = {"house": house}, {"house": house, "kernels": voila.kernel_manager}
    lesson = known | {
        "template_paths": voila.template_paths,
        "config": voila.config,
        "voila_configuration": voila.voila_configuration,
    }
    return [
        (rf"/({LANG})/({SLUG})/kernel", KernelLesson, lesson),
        (rf"/api/kernels/{KERNEL}", KernelModel, with_kernels),
        (rf"/api/kernels/{KERNEL}/channels", KernelChannel, known),
        (rf"/voila/api/shutdown/{KERNEL}", KernelEnd, with_kernels),
        (r"/voila/((?:static|labextensions)/.+)", VoilaFile, known),
    ]
