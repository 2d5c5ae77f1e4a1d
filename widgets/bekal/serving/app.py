"""Voilà, standalone and hardened: our addresses instead of its own, no override by URL, no settings from elsewhere."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import tempfile
from pathlib import Path

from jupyter_core.utils import ensure_async
from tornado.httpserver import HTTPServer
from tornado.web import Application, GZipContentEncoding
from traitlets import Any
from traitlets.config import Config
from voila.app import Voila
from voila.configuration import VoilaConfiguration
from voila.paths import collect_template_paths

from bekal.curriculum.library import modules_root
from bekal.serving import handlers, kernel_pages, limits
from bekal.serving.answers import where
from bekal.serving.kernels import CappedKernels

TEMPLATE = Path(__file__).parent / "voila_template"
LARGEST_MESSAGE = 1024 * 1024
PING_MILLISECONDS = 30_000
NO_MATHEMATICS = "/voila/static/mathematics.js"  # does not exist: Voilà would take its script from elsewhere


class ReportFaults(logging.Handler):
    """Turns what Jupyter would log at length into one line for the trainer, without what a visitor sent."""

    def __init__(self, report):
        super().__init__(logging.ERROR)
        self.report = report

    def emit(self, record: logging.LogRecord) -> None:
        """Tells the place of the fault only."""
        fault = record.exc_info[1] if record.exc_info else None
        self.report("server", where(fault) if fault else f"{record.module}:{record.lineno}")


class ClassServer(Voila):
    """A class's server: light pages and answers, and Voilà's kernels for the lessons that ask for them."""

    house = Any(help="What all handlers share.")

    def initialize(self, argv=None) -> None:
        """Takes nothing from command line, environment or configuration files: a class is the same everywhere."""
        self.config = _config(self.house.options.kernels)
        self.identity_provider_class = kernel_pages.NobodyInParticular
        self.root_dir = str(modules_root())
        self.voila_configuration = VoilaConfiguration(parent=self)
        self.template_paths = [str(TEMPLATE), *collect_template_paths(["voila", "nbconvert"], "lab", prune=True)]
        self.log.handlers, self.log.propagate = [], True  # all logs go one way: through the root's handler
        logging.basicConfig(handlers=[ReportFaults(self.house.report)], level=logging.ERROR, force=True)

    def init_settings(self) -> dict:
        """Voilà's settings without login, cookies, logs or tracebacks."""
        return super().init_settings() | {
            "default_handler_class": handlers.NotFound,
            "default_handler_args": {"house": self.house},
            "disable_check_xsrf": True,  # no cookie says who somebody is, so there is nothing to borrow
            "log_function": lambda handler: None,
            "websocket_max_message_size": LARGEST_MESSAGE,
            "ws_ping_interval": PING_MILLISECONDS,
            "ws_ping_timeout": PING_MILLISECONDS,
        }

    def init_handlers(self) -> list:
        """Our own addresses and no others."""
        return [*handlers.routes(self.house), *kernel_pages.routes(self.house, self)]

    def open(self, sockets: list) -> None:
        """Answers on sockets that are bound already."""
        self.connection_dir = tempfile.mkdtemp(prefix="bekal-")
        settings = self.init_settings()
        self.app = Application(self.init_handlers(), **settings)
        self.app.transforms.append(GZipContentEncoding)
        self.server = HTTPServer(
            self.app,
            max_header_size=limits.LARGEST_HEADERS,
            max_body_size=limits.LARGEST_BODY,
            body_timeout=limits.BODY_SECONDS,
            idle_connection_timeout=limits.IDLE_SECONDS,
        )
        self.server.add_sockets(sockets)

    async def close(self) -> None:
        """Stops listening, ends every kernel and removes what was written for them."""
        self.server.stop()
        await ensure_async(self.kernel_manager.shutdown_all(now=True))
        with contextlib.suppress(asyncio.TimeoutError):
            await asyncio.wait_for(self.server.close_all_connections(), 2)
        shutil.rmtree(self.connection_dir, ignore_errors=True)


def _config(kernels: int) -> Config:
    return Config(
        {
            "VoilaConfiguration": {
                "allow_template_override": "NO",
                "allow_theme_override": "NO",
                "extension_allowlist": list(kernel_pages.WIDGETS),
                "file_allowlist": [],
                "multi_kernel_manager_class": CappedKernels,
                "page_config_hook": _local_page,
                "prelaunch_hook": kernel_pages.translate_notebook,
                "show_tracebacks": False,
                "strip_sources": True,
            },
            "CappedKernels": {"most": kernels, "transport_encryption": "auto"},
        }
    )


def _local_page(page_config: dict, **_about) -> dict:
    """Voilà's page settings without the address of a script elsewhere."""
    return page_config | {"fullMathjaxUrl": NO_MATHEMATICS, "mathjaxConfig": "none"}
