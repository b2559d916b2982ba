using VksServerless.Units;

namespace VksServerless.Difficulties;

/// <summary>Bàn tiếp nhận khó khăn, vướng mắc: the office of the centre that difficulties come to.</summary>
/// <param name="Office">Whose addresses in the directory hear of what comes in and of what is overdue.</param>
public sealed record Desk(UnitCode Office)
{
    /// <summary>Cục Thống kê tội phạm và Công nghệ thông tin (Cục 2).</summary>
    public static UnitCode UsualOffice { get; } = UnitCode.Of("C2");
}
