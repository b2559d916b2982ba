using VksServerless.Difficulties;
using VksServerless.Documents;

namespace VksServerless.Web.Portal.Difficulties;

/// <summary>What states and steps of difficulties are called on the pages.</summary>
internal static class DifficultyTexts
{
    public static string Of(DifficultyState state) => state switch
    {
        DifficultyState.Raised => "Mới nêu",
        DifficultyState.Reopened => "Mở lại",
        DifficultyState.Assigned => "Đã phân công",
        DifficultyState.Answered => "Đã hướng dẫn",
        _ => "Đã đóng",
    };

    public static string ColourOf(DifficultyState state) => state switch
    {
        DifficultyState.Answered => "govuk-tag--blue",
        DifficultyState.Closed => "govuk-tag--grey",
        _ => "govuk-tag--yellow",
    };

    public static string Of(DifficultyStep step) => step switch
    {
        DifficultyStep.Raised => "Nêu khó khăn",
        DifficultyStep.Assigned => "Phân công",
        DifficultyStep.Answered => "Hướng dẫn",
        DifficultyStep.Closed => "Đóng",
        DifficultyStep.Reworded => "Sửa nội dung",
        _ => "Mở lại",
    };

    public static string Due(DateTimeOffset due, bool waits, DateTimeOffset now) =>
        !waits ? "" : now > due ? $"Quá hạn hướng dẫn từ {Written.Instant(due)}" : $"Hạn hướng dẫn: {Written.Instant(due)}";
}
