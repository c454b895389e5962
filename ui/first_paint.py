"""Opens the window until its first page is painted with its data, and says so: for the benchmark of the start."""

from __future__ import annotations

import gc
import sys
from pathlib import Path


def main(data_dir: Path) -> int:
    """Print `painted` once the first page stands on the screen with its data, `empty` where it has none then."""
    gc.disable()  # as the door does
    from smartpns_desktop.app import open_app
    from ui.app import keep_smooth, open_window, start_qt
    from ui.pages.home_page import HomePage

    application = start_qt()
    app = open_app(data_dir)
    window, hooks = open_window(app)
    operations = window.context.operations

    def painted() -> None:
        operations.settled.disconnect(painted)
        window.repaint()
        page = window.current_page()
        filled = isinstance(page, HomePage) and page.has_data()
        print("painted" if filled else "empty", flush=True)  # noqa: T201 - the answer of this command
        application.quit()

    operations.settled.connect(painted)
    keep_smooth(operations)
    application.exec()
    hooks.remove()
    operations.close()
    app.close()
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
