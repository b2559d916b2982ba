using VksServerless.Figures;
using VksServerless.Forms;

namespace VksServerless.Documents;

/// <summary>How the pages write what is no figure of its own.</summary>
public static class Written
{
    public const string Nothing = "–";

    public static string Count(int count) => FigureText.Of(count);

    /// <summary>One decimal place, so that shares in a column can be compared at a glance; nothing of nothing has no share.</summary>
    public static string Share(int part, int whole) =>
        whole == 0 ? Nothing : (100m * part / whole).ToString("0.0", Vietnamese.Culture) + "%";

    /// <summary>As a sentence says it: 100%, 96,8%.</summary>
    public static string WholeShare(int part, int whole) =>
        whole == 0 ? Nothing : Math.Round(100m * part / whole, 1, MidpointRounding.AwayFromZero).ToString("0.#", Vietnamese.Culture) + "%";

    /// <summary>Hà Nội, ngày 05 tháng 01 năm 2027: days under 10 and the months 1 and 2 are padded (NĐ 30/2020/NĐ-CP).</summary>
    public static string PlaceAndDay(string place, DateOnly day) =>
        $"{place}, ngày {LongDay(day)}";

    /// <summary>05 tháng 01 năm 2027.</summary>
    public static string LongDay(DateOnly day) =>
        $"{day.Day:00} tháng {(day.Month <= 2 ? $"0{day.Month}" : $"{day.Month}")} năm {day.Year}";

    public static string Instant(DateTimeOffset instant) =>
        instant.ToOffset(VietnamTime.Offset).ToString("dd'/'MM'/'yyyy HH:mm", Vietnamese.Culture);

    /// <summary>
    /// As many places as the field has and at least two, so that averages in a column stand under one another; of money whole đồng.
    /// </summary>
    public static string Average(decimal average, Field field) => average.ToString(
        field.Type is FieldType.Money ? "#,0" : "#,0." + new string('0', Math.Max(2, field.Type.Bounds?.Scale ?? 0)), Vietnamese.Culture);

    /// <summary>What was added or taken away.</summary>
    public static string Signed(decimal amount) => amount > 0 ? $"+{FigureText.Of(amount)}" : FigureText.Of(amount);
}
