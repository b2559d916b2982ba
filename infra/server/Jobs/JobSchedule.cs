using NCrontab;
using VksServerless.Application.Jobs;

namespace VksServerless.Server.Jobs;

/// <summary>When the jobs of one cadence run.</summary>
internal sealed class JobSchedule(Cadence cadence)
{
    private readonly CrontabSchedule _occurrences =
        CrontabSchedule.Parse(Schedules.Of(cadence), new CrontabSchedule.ParseOptions { IncludingSeconds = true });

    public Cadence Cadence => cadence;

    /// <summary>Under which its last run is remembered.</summary>
    public string Name { get; } = cadence.ToString();

    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public bool IsRunning { get; set; }

    public DateTime After(DateTime time) => DateTime.SpecifyKind(_occurrences.GetNextOccurrence(time), DateTimeKind.Utc);
}
