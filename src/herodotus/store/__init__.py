"""The project: a folder with settings, a database, human decisions and a manifest for every run."""

from herodotus.store.manifest import Manifest
from herodotus.store.project import Project

__all__ = ["Manifest", "Project"]
