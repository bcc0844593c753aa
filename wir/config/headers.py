"""What browsers are told to let our pages do: no code but ours, nothing of the device."""

from typing import Any

from csp.constants import NONE, SELF

# Nothing of the device is asked for; passkeys and copying are what a reader does with our own pages. Only names that
# Chromium knows on every system: each other one is an error in the console of every page.
_DEVICE = """accelerometer autoplay browsing-topics camera clipboard-read display-capture encrypted-media fullscreen
gamepad geolocation gyroscope hid identity-credentials-get idle-detection local-fonts magnetometer microphone midi
otp-credentials payment picture-in-picture screen-wake-lock serial storage-access usb window-management
xr-spatial-tracking"""
_OWN = ("clipboard-write", "publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS: dict[str, list[str]] = {
    **{feature: [] for feature in _DEVICE.split()},
    **{feature: ["self"] for feature in _OWN},
}


def content_security_policy(*, https: bool) -> dict[str, Any]:
    """Return the policy of every page, for django-csp."""
    return {
        "DIRECTIVES": {
            "default-src": [NONE],
            "script-src": [SELF],
            "style-src": [SELF],
            "img-src": [SELF, "data:"],
            "font-src": [SELF],
            "connect-src": [SELF],
            "manifest-src": [SELF],
            "form-action": [SELF],
            "frame-ancestors": [NONE],
            "base-uri": [NONE],
            "object-src": [NONE],
            **({"upgrade-insecure-requests": True} if https else {}),
            # no require-trusted-types-for: htmx parses the parts it swaps in, and a policy that lets everything pass
            # would only look like a wall (docs/decisions/0021-hardening.md)
        }
    }
