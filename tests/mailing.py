"""Mail that goes out in a thread of its own, waited for."""

import threading

from consultancy.actions.send_reset_link import MAILING


def let_mail_go_out() -> None:
    """Return when all of it is out: late mail would lie in another test's mailbox."""
    for thread in threading.enumerate():
        if thread.name == MAILING:
            thread.join()
