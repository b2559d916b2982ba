using VksServerless.Forms;
using VksServerless.Publications;
using VksServerless.Units;

namespace VksServerless.Documents.Publications;

/// <summary>
/// Số đơn vị làm căn cứ tính tỷ lệ: of how many units each figure of a section speaks, and by name those of whom it does not.
/// </summary>
internal sealed record DenominatorsView(
    IReadOnlyList<DenominatorRow> Rows, bool AnyNil, bool AnyNotApplicable, bool AnyUndefined, IReadOnlyList<AbsentView> Absent)
{
    /// <returns>Null when the section has nothing that is counted.</returns>
    public static DenominatorsView? Of(Section section, SectorReport report, ReportUnits units)
    {
        var counted = section.Fields.Where(field => report.Denominators.ContainsKey(field.Code))
            .Select(field => (Field: field, Of: report.Denominators[field.Code.ToString()])).ToList();
        var waiting = report.Manifest.Where(
            entry => entry is { Version: null, State: not "exempt", Level: { } level }
                && units.IsAsked(section.Audience, entry.Unit, level)).Select(entry => entry.Unit);
        return counted.Count == 0 ? null : new DenominatorsView(
            [.. counted.Select(one => DenominatorRow.Of(one.Field, one.Of))],
            counted.Any(one => one.Of.Nil > 0),
            counted.Any(one => one.Of.NotApplicable.Count > 0),
            counted.Any(one => one.Of.Undefined.Count > 0),
            [
                .. new[] { AbsentView.Of("Chưa có báo cáo được duyệt", [.. waiting], units) }
                    .Concat(counted.Where(one => one.Field.Aggregation != AggregationMethod.List).Select(one =>
                        AbsentView.Of($"{(one.Field.IsDerived ? "Không tính được" : "Để trống")}: {one.Field.Label}", one.Of.Blank, units)))
                    .Concat(counted.Select(one => AbsentView.Of($"Không áp dụng: {one.Field.Label}", one.Of.NotApplicable, units)))
                    .Concat(counted.Select(one =>
                        AbsentView.Of($"Không xác định, mẫu bằng 0: {one.Field.Label}", one.Of.Undefined, units)))
                    .Where(absent => absent.Groups.Count > 0),
            ]);
    }
}

internal sealed record DenominatorRow(
    IndicatorView Indicator, string Asked, string Answered, string Share, string NotApplicable, string Undefined, string Nil,
    string Blank, string NotAccepted)
{
    public static DenominatorRow Of(Field field, Denominator of) => new(
        IndicatorView.Of(field) with { Help = "" },
        Written.Count(of.Asked),
        Written.Count(of.Answered),
        Written.Share(of.Answered, of.Concerned),
        field.MayNotApply || of.NotApplicable.Count > 0 ? Written.Count(of.NotApplicable.Count) : Written.Nothing,
        Written.Count(of.Undefined.Count),
        Written.Count(of.Nil),
        Written.Count(of.Blank.Count),
        Written.Count(of.NotAccepted));
}

/// <summary>Units of whom a figure does not speak, those of each province together.</summary>
internal sealed record AbsentView(string Heading, string Count, IReadOnlyList<NamedGroup> Groups)
{
    public static AbsentView Of(string heading, IReadOnlyList<UnitCode> absent, ReportUnits units) => new(
        heading,
        Written.Count(absent.Count),
        [.. units.Group(absent, unit => unit)
            .Select(group => new NamedGroup(group.Name, Written.Count(group.Items.Count), [.. group.Items.Select(units.NameOf)]))]);
}
