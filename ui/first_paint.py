"""Opens the window until its first page is painted with its data, and says so: for the benchmark of the start."""

from __future__ import annotations

import sys
from pathlib import Path


def main(data_dir: Path) -> int:
    """Print `painted` once the first page stands on the screen with its data."""
    from smartpns_desktop.app import open_app
    from ui.app import open_window, start_qt

    application = start_qt()
    app = open_app(data_dir)
    window, hooks = open_window(app)

    def painted() -> None:
        window.repaint()
        print("painted", flush=True)  # noqa: T201 - the answer of this command
        application.quit()

    window.context.operations.settled.connect(painted)
    application.exec()
    hooks.remove()
    window.context.operations.close()
    app.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
