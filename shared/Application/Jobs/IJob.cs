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

    public static string Of(Cadence cadence) => cadence == Cadence.EveryMinute ? EveryMinute : EveryMorning;
}
