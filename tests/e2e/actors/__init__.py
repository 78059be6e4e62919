"""Who acts in a journey: the server, a tablet in somebody's hands, the SENCO at the desk, and the record as witness."""
