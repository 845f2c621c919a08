"""Sentences for what stands in the way of signing, verifying, pinning a key and recording custody."""

from __future__ import annotations

from viewer.wording.voice import Voice

_C = "Failures"


def of_seal(voice: Voice) -> dict[str, str]:
    """By code; %1 is where, %2 what was found."""
    return _of_signing(voice) | _of_keys(voice) | _of_trust(voice) | _of_custody(voice)


def _of_signing(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "not-intact": say(_C, "The case is not intact (%1: %2), so it is not signed. Build it again."),
        "signed-already": say(
            _C,
            "%1 carries a signature already. To put yours in its place, say so (--replace); the old one is lost.",
        ),
        "not-signed": say(_C, "%1 carries no signature, so there is nothing a time stamp could be about."),
        "token-unreadable": say(_C, "%1: this is not the answer of a time stamp authority (RFC 3161)."),
        "root-unreadable": say(_C, "%1 holds no certificate in PEM form."),
        "leads-outside": say(_C, "%1 leads out of the case, so nothing is written there."),
        "unreadable-file": say(_C, "The bytes of %1 cannot be read from the case. Ask for a new copy."),
    }


def _of_keys(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "key-locked": say(_C, "The key %1 is locked with a passphrase."),
        "key-passphrase": say(_C, "The passphrase does not open the key %1."),
        "key-unreadable": say(_C, "%1 is not a private key of OpenSSH."),
        "key-kind": say(_C, "The key %1 is of a kind that cannot sign here. Use Ed25519, RSA or ECDSA."),
        "key-weak": say(_C, "The RSA key %1 has %2 bits; at least 2048 are needed."),
    }


def _of_trust(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "trust-unreadable": say(_C, "No key can be read from %1. It is left as it is."),
        "trust-name": say(_C, "“%2” cannot be the name of a key: one line of at most 200 signs is needed."),
        "trust-fingerprint": say(
            _C, "“%2” is neither a fingerprint (SHA256: and 43 signs) nor a file with a public key."
        ),
        "trust-unknown": say(_C, "No key with the fingerprint %2 is in your list."),
    }


def _of_custody(voice: Voice) -> dict[str, str]:
    say = voice.translate
    return {
        "custody-action": say(_C, "“%2” is not an action. Actions are: %1."),
        "custody-actor": say(_C, "Say who it was."),
        "custody-words": say(_C, "The step is too long to be recorded, or holds signs that are no text."),
    }
