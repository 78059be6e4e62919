"""The staff of the demo school. Every name is made up; the accounts that the README names come first."""

from demo.plans import StaffPlan

PASSWORD = "chalk-and-talk"  # noqa: S105 - the demo's, printed in the README

INFANTS, JUNIORS, SEN_ROOM = "Infants tablet", "Juniors tablet", "SEN room tablet"

STAFF = (
    StaffPlan("senco", "Frances Whitlock", "Mrs Whitlock", "senco@demo.school", "senco", SEN_ROOM),
    StaffPlan("kelly", "Kelly Brennan", "Mrs Brennan", "ta@demo.school", "ta", JUNIORS),
    StaffPlan("shanice", "Shanice Bartlett", "Miss Bartlett", "ta2@demo.school", "ta", JUNIORS),
    StaffPlan("okafor", "Daniel Okafor", "Mr Okafor", "teacher@demo.school", "teacher", JUNIORS, ("Cherry",)),
    StaffPlan("head", "Adrian Cole", "Mr Cole", "head@demo.school", "head"),
    StaffPlan("admin", "Sandra Pickering", "Mrs Pickering", "admin@demo.school", "admin"),
    StaffPlan("maureen", "Maureen Tuttle", "Mrs Tuttle", "maureen.tuttle@demo.school", "ta", INFANTS),
    StaffPlan("joanna", "Joanna Wilk", "Mrs Wilk", "joanna.wilk@demo.school", "ta", INFANTS),
    StaffPlan("gurpreet", "Gurpreet Sahota", "Mrs Sahota", "gurpreet.sahota@demo.school", "ta", INFANTS),
    StaffPlan("ben", "Ben Lacey", "Mr Lacey", "ben.lacey@demo.school", "ta", SEN_ROOM),
    StaffPlan("prosser", "Sian Prosser", "Miss Prosser", "sian.prosser@demo.school", "teacher", INFANTS, ("Rowan",)),
    StaffPlan("aziz", "Imran Aziz", "Mr Aziz", "imran.aziz@demo.school", "teacher", SEN_ROOM, ("Oak",)),
)

# Class teachers as notes speak of them; only three of them have an account so far.
CLASS_TEACHERS = {
    "Hazel": "Miss Dunmore",
    "Willow": "Mrs Keating",
    "Holly": "Mrs Ferris",
    "Rowan": "Miss Prosser",
    "Elder": "Mrs Ingham",
    "Birch": "Mr Haigh",
    "Alder": "Mrs Sandhu",
    "Maple": "Miss Tolland",
    "Cherry": "Mr Okafor",
    "Lime": "Mrs Adair",
    "Ash": "Miss Nwosu",
    "Beech": "Mr Tranmer",
    "Oak": "Mr Aziz",
    "Cedar": "Mrs Lomas",
}
BY_KEY = {person.key: person for person in STAFF}


def class_teacher_key(class_name: str) -> str | None:
    """The account of a class's teacher, where they have one."""
    return next((person.key for person in STAFF if class_name in person.classes), None)
