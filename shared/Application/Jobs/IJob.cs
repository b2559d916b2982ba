namespace VksServerless.Application.Jobs;

/// <summary>Something that is done by the clock, on one host at a time. A run that was missed is made up for by the next.</summary>
public interface IJob
{
    /// <summary>In logs and by hand.</summary>
    string Name => GetType().Name;

    Cadence Cadence { get; }

    Task Run(CancellationToken cancellation);
}

public enum Cadence
{
    EveryMinute,

    /// <summary>At eight in the morning in Vietnam.</summary>
    EveryMorning,
}

/// <summary>Cadences as six fields, seconds first, in UTC.</summary>
public static class Schedules
{
    public const string EveryMinute = "0 * * * * *";

    public const string EveryMorning = "0 0 1 * * *";

    private static readonly TimeOnly Morning = new(8, 0);

    public static string Of(Cadence cadence) => cadence == Cadence.EveryMinute ? EveryMinute : EveryMorning;

    /// <summary>The last time, now or before, at which <see cref="EveryMorning"/> was due.</summary>
    public static DateTimeOffset LastMorning(DateTimeOffset now)
    {
        var today = VietnamTime.At(VietnamTime.DayOf(now), Morning);
        return now >= today ? today : today.AddDays(-1);
    }
}
