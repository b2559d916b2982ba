using VksServerless.Cycles;
using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Bàn tiếp nhận khó khăn, vướng mắc: the office of the centre that difficulties come to.</summary>
/// <param name="Office">Whose addresses in the directory hear of what comes in and of what is overdue.</param>
public sealed record Desk(UnitCode Office)
{
    /// <summary>Cục Thống kê tội phạm và Công nghệ thông tin (Cục 2).</summary>
    public static UnitCode UsualOffice { get; } = UnitCode.Of("C2");

    /// <summary>
    /// Events and mails are filed by cycle. What belongs to none, since difficulties come on any day, is filed under this name,
    /// which no cycle ever bears: cycles are named without the letters i, l, o and u.
    /// </summary>
    public static CycleId File { get; } = CycleId.Of("kdifficulties000");
}
