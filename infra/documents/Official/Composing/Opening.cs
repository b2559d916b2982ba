namespace VksServerless.Documents.Official.Composing;

/// <summary>The letterhead, and on what the report is based.</summary>
internal static class Opening
{
    /// <summary>Left for the pen: spaces that no renderer draws together.</summary>
    public const string Blank = "\u00a0\u00a0\u00a0\u00a0\u00a0\u00a0";

    public static Letterhead HeadOf(Material material) => new(
        "",
        ["VIỆN KIỂM SÁT NHÂN DÂN", "TỐI CAO"],
        $"Số: {NumberOf(material)}",
        material.Source.PublishedAt is { } at
            ? Written.PlaceAndDay(material.Signing.Place, VietnamTime.DayOf(at))
            : $"{material.Signing.Place}, {BlankDay}",
        "BÁO CÁO",
        Words.Clean(material.Report.Title));

    /// <summary>Kèm theo Báo cáo số … ngày … của ….</summary>
    public static string AttachedTo(Material material)
    {
        var day = material.Source.PublishedAt is { } at ? $"ngày {Written.LongDay(VietnamTime.DayOf(at))}" : BlankDay;
        return $"(Kèm theo Báo cáo số {NumberOf(material)} {day}\ncủa {Material.Agency})";
    }

    public static IEnumerable<Block> Of(Material material)
    {
        var (report, signing) = (material.Report, material.Signing);
        var about = signing.PlanSubject.Length == 0 ? "" : $" về {signing.PlanSubject}";
        yield return Block.Paragraph.Of(
            $"Thực hiện Kế hoạch số {report.Plan.Number} ngày {Written.LongDay(report.Plan.Date)}{IssuerOf(report.Plan.Number)}{about}, "
            + $"{Material.Agency} tổng hợp báo cáo của các đơn vị trong Ngành theo {Labels.KindOf(material.Form)} “{material.Form.Title}”, "
            + $"kỳ báo cáo từ ngày {Vietnamese.Day(report.Period.FirstDay)} đến ngày {Vietnamese.Day(report.Period.LastDay)}, "
            + "kết quả như sau:");
        if (report.Imported is { } imported)
        {
            yield return Block.Paragraph.Of(
                $"Số liệu nhập từ Báo cáo số {imported.Number} ngày {Vietnamese.Day(imported.Date)}.", ParagraphKind.Note);
        }
    }

    private static string BlankDay => $"ngày {Blank}tháng {Blank}năm {Blank}".TrimEnd(' ');

    private static string NumberOf(Material material) => material.Source.Number?.ToString() ?? $"{Blank}/BC-VKSTC";

    private static string IssuerOf(string plan) =>
        plan.EndsWith("VKSTC", StringComparison.Ordinal) ? $" của {Material.Agency}" : "";
}
