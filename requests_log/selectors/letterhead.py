"""What stands at the head of a consultant's letters now?"""

from consultancy.models import Consultant
from consultancy.selectors.brand import brand_of, logo_for_paper
from requests_log.letters.parts import Letterhead


def letterhead_of(consultant: Consultant) -> Letterhead:
    """Return it as a letter freezes it: a copy, the logo's bytes included."""
    brand = brand_of(consultant)
    return Letterhead(
        name=consultant.name,
        trade=consultant.trade,
        tax_id=consultant.tax_id,
        address=consultant.address,
        email=consultant.email,
        phone=consultant.phone,
        logo=logo_for_paper(brand),
        accent=brand.accent,
    )
