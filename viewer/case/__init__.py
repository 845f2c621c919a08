"""What a case is: records, dates, passages, the bag. No Qt, no clock, no user."""
