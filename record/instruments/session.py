"""Session: one sitting of a provision, how long was planned, how long it was, and who came."""

TITLE = "Session"
MEMBERS = ("provision", "planned_minutes", "delivered_minutes", "present", "absence_reason")
MAX_MINUTES = 600
