"""The headers that every response carries: what a page may load, who may frame it, and nothing about this machine."""

from __future__ import annotations

LIGHT_PAGE = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
# Widgets set styles from their own scripts, and carry fonts and pictures in their style sheets.
KERNEL_PAGE = LIGHT_PAGE | {
    "style-src": "'self' 'unsafe-inline'",
    "script-src": "'self'",
    "font-src": "'self' data:",
}

SECURITY = {
    "Server": "Bekal",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}

ALWAYS_ASK = "no-cache"
NEVER_KEEP = "no-store"
FOR_EVER = "public, max-age=31536000, immutable"


def policy(directives: dict[str, str]) -> str:
    """A Content-Security-Policy header."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def security(directives: dict[str, str] = LIGHT_PAGE) -> dict[str, str]:
    """All security headers of a response."""
    return SECURITY | {"Content-Security-Policy": policy(directives)}
