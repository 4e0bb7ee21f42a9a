"""Benchmarks: scripts for `./go bench`, each in a process and folder of its own."""

import django

django.setup()
