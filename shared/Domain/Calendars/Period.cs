namespace VksServerless.Calendars;

/// <summary>Kỳ: first and last day of what is reported on.</summary>
public sealed record Period(DateOnly FirstDay, DateOnly LastDay);
