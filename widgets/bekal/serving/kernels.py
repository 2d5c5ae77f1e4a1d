"""Kernels of lessons with ordinary ipywidgets: how many at once, for how long, and what a visitor may tell one."""

from __future__ import annotations

import asyncio
from http import HTTPStatus

from jupyter_core.utils import ensure_async
from jupyter_server.services.kernels.kernelmanager import AsyncMappingKernelManager
from tornado.web import HTTPError
from traitlets import Float, Integer

# What widgets need and nothing that runs code, ends a kernel or looks into one.
ALLOWED_MESSAGES = ("comm_open", "comm_close", "comm_msg", "comm_info_request", "kernel_info_request")
MOST_KERNELS = 8  # 50 to 100 MB each
IDLE_SECONDS = 20 * 60
LEFT_SECONDS = 3 * 60  # a phone that sleeps for a moment finds its kernel again
LOOK_EVERY_SECONDS = 60


class ClassFull(HTTPError):
    """There is no room for another kernel."""

    def __init__(self):
        super().__init__(HTTPStatus.SERVICE_UNAVAILABLE)


class CappedKernels(AsyncMappingKernelManager):
    """Starts kernels up to a number, and ends those that nobody uses or that everybody has left."""

    most = Integer(MOST_KERNELS, help="How many kernels may run at once.").tag(config=True)
    left_seconds = Float(LEFT_SECONDS, help="How long a kernel without a page is kept.").tag(config=True)

    def __init__(self, **about):
        super().__init__(**about)
        self.cull_idle_timeout, self.cull_interval, self.cull_connected = IDLE_SECONDS, LOOK_EVERY_SECONDS, True
        self.allowed_message_types = list(ALLOWED_MESSAGES)
        self._starting = 0
        self._channels: dict[str, set] = {}

    async def start_kernel(self, **about) -> str:
        """Starts a kernel, or raises `ClassFull`; kernels that are still starting count."""
        if len(self) + self._starting >= self.most:
            raise ClassFull
        self._starting += 1
        try:
            kernel_id = await ensure_async(super().start_kernel(**about))
        finally:
            self._starting -= 1
        self._look_later(kernel_id)
        return kernel_id

    async def shutdown_kernel(self, kernel_id: str, *about, **more) -> None:
        """Ends a kernel and hangs up on its pages, so that they notice."""
        await ensure_async(super().shutdown_kernel(kernel_id, *about, **more))
        for channel in self._channels.pop(kernel_id, set()):
            channel.close()

    def listen(self, kernel_id: str, channel) -> None:
        """Remembers an open channel of a kernel."""
        self._channels.setdefault(kernel_id, set()).add(channel)

    def hang_up(self, kernel_id: str, channel) -> None:
        """Forgets a channel that has closed."""
        self._channels.get(kernel_id, set()).discard(channel)

    def notify_disconnect(self, kernel_id: str) -> None:
        """A page has closed: its kernel may be alone now."""
        super().notify_disconnect(kernel_id)
        self._look_later(kernel_id)

    def _look_later(self, kernel_id: str) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(self.left_seconds, lambda: loop.create_task(self._end_if_left(kernel_id)))

    async def _end_if_left(self, kernel_id: str) -> None:
        if kernel_id in self and not self._kernel_connections.get(kernel_id):
            await ensure_async(self.shutdown_kernel(kernel_id))
