using VksServerless.Reports;

namespace VksServerless.Notices;

/// <summary>How far a deadline is when a reminder goes out: by the clock, which an interruption may have moved past the stage.</summary>
internal static class TimeLeft
{
    /// <summary>Days from the reminder's day to the deadline's, negative after it.</summary>
    public static int Days(ReminderDue reminder) => reminder.At == DateTimeOffset.UnixEpoch
        ? -reminder.Stage // Written by a version that did not record the instant.
        : VietnamTime.DayOf(reminder.DueAt).DayNumber - VietnamTime.DayOf(reminder.At).DayNumber;

    public static bool IsOver(ReminderDue reminder) =>
        reminder.At == DateTimeOffset.UnixEpoch ? reminder.Stage > 0 : reminder.At > reminder.DueAt;

    public static string Text(ReminderDue reminder) => Days(reminder) switch
    {
        > 0 and var days => $"còn {days} ngày",
        0 when !IsOver(reminder) => "hôm nay là hạn nộp",
        0 => "đã hết hạn nộp hôm nay",
        var days => $"đã quá hạn {-days} ngày",
    };
}
