"""How far planning has come, in one line."""

from korridor.planning.progress import Progress


def progress_words(progress: Progress) -> str:
    """``searching · 12 s · 14,320, no plan beats 15,360 · 14,320 out by Fri 16 Dec 12:00``."""
    parts = [progress.stage, f"{progress.seconds:.0f} s"]
    if progress.value is not None:
        limit = f", no plan beats {progress.bound:,}" if progress.bound is not None else ""
        parts.append(f"{progress.value:,}{limit}")
    return " · ".join([*parts, progress.best] if progress.best else parts)
