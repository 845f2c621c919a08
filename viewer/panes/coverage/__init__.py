"""What rests on little, and where accounts differ."""
