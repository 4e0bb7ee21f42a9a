"""What can go wrong in the practice, told apart. Views turn these into sentences."""


class ConsultancyError(Exception):
    """Anything this app refuses, with a reason a person can act on."""


class InstallationReadOnly(ConsultancyError):
    """The signing secret is missing or wrong: nothing may be recorded meanwhile."""


class LedgerOutsideTransaction(ConsultancyError):
    """An entry must stand or fall with the change it tells of."""


class DocumentNotWritten(ConsultancyError):
    """The letter could not be rendered, signed or stored now; it stays pending."""
