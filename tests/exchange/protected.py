"""Protected workbooks for tests, made from open ones in each of the ways that Excel had over the years."""

from __future__ import annotations

import struct
from hashlib import md5, sha1
from io import BytesIO

import olefile
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from msoffcrypto.format.ooxml import OOXMLFile
from msoffcrypto.method.container.ecma376_encrypted import ECMA376Encrypted
from msoffcrypto.method.ecma376_standard import ECMA376Standard
from msoffcrypto.method.rc4 import DocumentRC4

SALT = bytes(range(16))
_BOF, _BOUND_SHEET, _WRITE_ACCESS, _FILE_PASS = 0x0809, 0x0085, 0x005C, 0x002F
_INTERFACE = 0x00E1


def agile(workbook: bytes, password: str) -> bytes:
    """As Excel since 2010."""
    out = BytesIO()
    OOXMLFile(BytesIO(workbook)).encrypt(password, out)
    return out.getvalue()


def standard(workbook: bytes, password: str) -> bytes:
    """As Excel 2007 (MS-OFFCRYPTO 2.3.4.5): AES in the plainest of its modes."""
    key = ECMA376Standard.makekey_from_password(password, 0x660E, 0x8004, 24, 128, 16, SALT)
    encryptor = Cipher(algorithms.AES(key), modes.ECB()).encryptor()
    verifier, digest = bytes(16), sha1(bytes(16)).digest() + bytes(12)
    provider = "Microsoft Enhanced RSA and AES Cryptographic Provider\0".encode("utf-16-le")
    header = struct.pack("<8I", 0x24, 0, 0x660E, 0x8004, 128, 24, 0, 0) + provider
    info = struct.pack("<HHII", 3, 2, 0x24, len(header)) + header + struct.pack("<I", 16) + SALT
    info += encryptor.update(verifier) + struct.pack("<I", 20) + encryptor.update(digest)
    padded = workbook + bytes(-len(workbook) % 16)
    container = ECMA376Encrypted(struct.pack("<Q", len(workbook)) + encryptor.update(padded), info)
    out = BytesIO()
    container.write_to(out)
    return out.getvalue()


def rc4(workbook: bytes, password: str) -> bytes:
    """As Excel 97 to 2003: each record's content is scrambled, the heads of the records are not."""
    file = BytesIO(workbook)
    with olefile.OleFileIO(file, write_mode=True) as ole:
        stream = bytearray(ole.openstream("Workbook").read())
        key_stream = DocumentRC4.decrypt(password, SALT, BytesIO(bytes(len(stream))), blocksize=1024).read()
        at = 0
        while at + 4 <= len(stream):
            kind, length = struct.unpack_from("<HH", stream, at)
            if kind == _WRITE_ACCESS:
                struct.pack_into("<H", stream, at, _FILE_PASS)
                content = struct.pack("<HHH", 1, 1, 1) + SALT + _verifier(password)
                stream[at + 4 : at + 4 + len(content)] = content
            elif kind not in (_BOF, _INTERFACE):
                for place in range(at + (8 if kind == _BOUND_SHEET else 4), at + 4 + length):
                    stream[place] ^= key_stream[place]
            at += 4 + length
        ole.write_stream("Workbook", bytes(stream))
    return file.getvalue()


def _verifier(password: str) -> bytes:
    plain = bytes(16) + md5(bytes(16)).digest()
    key_stream = DocumentRC4.decrypt(password, SALT, BytesIO(plain), blocksize=1024).read()
    return bytes(key_stream)


CONTENT_TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
"""What the encrypting library wants to see before it takes a zip for an office file."""
