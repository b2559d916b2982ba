using VksServerless.Documents.Charts;
using VksServerless.Publications;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Documents.Publications;

/// <summary>Tình hình nộp báo cáo: the figures, and by name those whom a reader will ask about.</summary>
internal sealed record CompletenessView(
    CompletenessRow Total,
    string ByLevel,
    IReadOnlyList<CompletenessRow> Tiers,
    Chart Bars,
    IReadOnlyList<CompletenessRow> Nodes,
    IReadOnlyList<NamedUnits> Named,
    bool AnyExempt)
{
    public static CompletenessView Of(SectorReport report, ReportUnits units)
    {
        var tiers = TiersOf(report, units);
        return new CompletenessView(
            CompletenessRow.Of("Toàn Ngành", report.Completeness),
            ByLevelOf(report, units),
            [.. tiers.Select(tier => CompletenessRow.Of(tier.Name, tier.Completeness))],
            CompletenessBars.Of(tiers.Prepend(("Toàn Ngành", report.Completeness))),
            [.. report.Nodes.Select(node => CompletenessRow.Of(node.Name, node.Completeness))],
            [
                .. new[]
                {
                    NamedUnits.Of("chua-nop", "Đơn vị chưa nộp báo cáo", report.Manifest.Where(IsMissing), units),
                    NamedUnits.Of(
                        "nop-muon", "Đơn vị nộp báo cáo muộn", report.Manifest.Where(entry => !IsExempt(entry) && entry.OnTime is false),
                        units),
                    NamedUnits.Of("chua-duyet", "Đơn vị đã nộp nhưng báo cáo chưa được duyệt, không tính vào số liệu",
                        report.Manifest.Where(entry => !IsExempt(entry) && entry.OnTime is not null && entry.State != "accepted"), units),
                    NamedUnits.Of("khong-phat-sinh", "Đơn vị báo cáo không phát sinh", report.Manifest.Where(entry => entry.Nil), units),
                    NamedUnits.Of("duoc-mien", "Đơn vị được miễn báo cáo", report.Manifest.Where(IsExempt), units),
                }.Where(named => named.Groups.Count > 0),
            ],
            report.Completeness.Exempt > 0);
    }

    private static IReadOnlyList<(string Name, Completeness Completeness)> TiersOf(SectorReport report, ReportUnits units) =>
        report.Levels is { } levels
            ? [.. levels.Select(level => (units.LongNameOf(level.Level), level.Completeness))]
            :
            [
                .. from entry in report.Manifest
                   group entry by entry.Tier into tier
                   orderby tier.Key descending
                   select (NameOf(tier.Key), Sum(tier)),
            ];

    /// <summary>63/63 VKSND cấp tỉnh; 3/3 VKSND cấp cao. Empty where the report does not say.</summary>
    private static string ByLevelOf(SectorReport report, ReportUnits units) => report.Levels is not { Count: > 0 } levels ? "" :
        string.Join("; ", levels.Where(level => level.Completeness.Expected > 0).Select(level =>
            $"{Written.Count(level.Completeness.Received)}/{Written.Count(level.Completeness.Expected)} "
            + units.ShortNameOf(level.Level))) + ".";

    private static Completeness Sum(IEnumerable<ManifestEntry> entries) =>
        entries.Aggregate(Completeness.None, (sofar, entry) => sofar + (IsExempt(entry)
        ? Completeness.None with { Exempt = 1 }
        : new Completeness(
            1, entry.OnTime is null ? 0 : 1, entry.OnTime is true ? 1 : 0, entry.OnTime is false ? 1 : 0,
            entry.State == "accepted" ? 1 : 0, 0)));

    private static bool IsExempt(ManifestEntry entry) => entry.State == "exempt";

    private static bool IsMissing(ManifestEntry entry) => !IsExempt(entry) && entry.OnTime is null;

    private static string NameOf(Tier tier) => tier switch
    {
        Tier.District => "Cấp huyện",
        Tier.Province => "Cấp tỉnh",
        _ => "Cấp trung ương",
    };
}

internal sealed record CompletenessRow(
    string Name,
    string Expected,
    string Received,
    string ReceivedShare,
    string OnTime,
    string OnTimeShare,
    string Late,
    string LateShare,
    string Missing,
    string MissingShare,
    string Accepted,
    string AcceptedShare,
    string Exempt)
{
    public static CompletenessRow Of(string name, Completeness of) => new(
        name,
        Written.Count(of.Expected),
        Written.Count(of.Received),
        Written.Share(of.Received, of.Expected),
        Written.Count(of.OnTime),
        Written.Share(of.OnTime, of.Expected),
        Written.Count(of.Late),
        Written.Share(of.Late, of.Expected),
        Written.Count(of.Missing),
        Written.Share(of.Missing, of.Expected),
        Written.Count(of.Accepted),
        Written.Share(of.Accepted, of.Expected),
        Written.Count(of.Exempt));
}

/// <summary>Units listed by name, those of each province together.</summary>
internal sealed record NamedUnits(string Anchor, string Heading, string Count, IReadOnlyList<NamedGroup> Groups)
{
    public static NamedUnits Of(string anchor, string heading, IEnumerable<ManifestEntry> entries, ReportUnits units)
    {
        var listed = entries.ToList();
        return new NamedUnits(anchor, heading, Written.Count(listed.Count),
            [.. units.Group(listed, entry => entry.Unit)
                .Select(group => new NamedGroup(group.Name, Written.Count(group.Items.Count), [.. group.Items.Select(Name)]))]);
    }

    /// <summary>Those who had handed in and took it back or must mend it are not as those who were never heard of.</summary>
    private static string Name(ManifestEntry entry) => entry.State is "withdrawn" or "returned" or "submitted"
        ? $"{entry.Name} ({Labels.OfState(entry.State).ToLowerInvariant()})"
        : entry.Name;
}

internal sealed record NamedGroup(string Name, string Count, IReadOnlyList<string> Units);
