using Microsoft.Azure.Functions.Worker;
using NCrontab;
using VksServerless.Local.Functions;

namespace VksServerless.Local.Schedules;

/// <summary>When a timer function runs: six fields, seconds first, or five; in UTC as in the cloud.</summary>
internal sealed class Schedule(FunctionDescriptor function, TimerTriggerAttribute trigger, IConfiguration settings)
{
    private readonly CrontabSchedule _occurrences = Parse(SettingNames.Resolve(trigger.Schedule, settings));

    public FunctionDescriptor Function => function;

    public bool RunOnStartup => trigger.RunOnStartup;

    public DateTime Last { get; set; }

    public DateTime Next { get; set; }

    public bool IsRunning { get; set; }

    public DateTime After(DateTime time) => DateTime.SpecifyKind(_occurrences.GetNextOccurrence(time), DateTimeKind.Utc);

    private static CrontabSchedule Parse(string expression) => CrontabSchedule.Parse(
        expression,
        new CrontabSchedule.ParseOptions { IncludingSeconds = expression.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length == 6 });
}
