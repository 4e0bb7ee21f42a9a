"""Letters good and bad, made on the spot: for tests, and for `./go forgeries`."""

import django

django.setup()
