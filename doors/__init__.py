"""What both doors share: the database session, who is signed in, and the guard against foreign requests."""
