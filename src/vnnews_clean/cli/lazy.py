"""A group of commands that imports a command's module only when the command is called."""

from __future__ import annotations

import importlib
import sys
import traceback
from collections.abc import Mapping
from typing import IO, Any, Final

import click

from ..errors import VnnewsError, nearest
from .console import complain, drop_output, settle_streams

INTERRUPTED: Final = 130
"""Exit code of a command that was ended by Ctrl-C, as shells have it."""


class Failure(click.ClickException):
    """An error of ours, as the user sees it: one line, exit code 2."""

    exit_code = 2

    def show(self, file: IO[str] | None = None) -> None:  # noqa: ARG002
        complain(self.format_message())


class LazyGroup(click.Group):
    """`commands_at` names each command's home: ``{"fix": "vnnews_clean.cli.fix:fix"}``."""

    def __init__(self, *args: Any, commands_at: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._commands_at = commands_at

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """As click does it, on standard streams that may be closed or full. Errors of any sort exit with 2."""
        settle_streams()
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            drop_output()
            where = f"{error.filename}: " if error.filename else ""
            complain(f"{where}{error.strerror or error}")
            sys.exit(Failure.exit_code)
        except Exception:  # noqa: BLE001 - whatever is wrong, 1 would mean that all is done
            traceback.print_exc()
            complain("this is a bug, please report it")
            sys.exit(Failure.exit_code)

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order of the table."""
        return list(self._commands_at)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Import the command's module, now that it is wanted."""
        if cmd_name not in self._commands_at:
            return None
        module, _, name = self._commands_at[cmd_name].partition(":")
        command = getattr(importlib.import_module(module), name)
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; an error that this package raises on purpose needs no traceback."""
        if sys.stdout is None:
            raise Failure("standard output is closed")
        try:
            return super().invoke(ctx)
        except VnnewsError as error:
            raise Failure(str(error)) from error
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does it, but an unknown command is told its nearest neighbour."""
        name = args[0]
        if not name.startswith("-") and name not in self._commands_at:
            ctx.fail(f'no such command "{name}"{nearest(name, self._commands_at)}')
        return super().resolve_command(ctx, args)
