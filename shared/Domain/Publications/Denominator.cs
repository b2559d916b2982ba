using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Publications;

/// <summary>
/// Mẫu số: of how many units a figure speaks, on the day on which the participants were fixed. Its parts add up to those asked.
/// </summary>
/// <param name="Asked">Those who answer the field's section and are not exempt.</param>
/// <param name="Answered">Those whose accepted report answers it.</param>
/// <param name="Nil">Those who said that there was nothing to report, where that does not answer it.</param>
/// <param name="NotAccepted">Those of whom no report is accepted; the manifest names them.</param>
/// <param name="NotApplicable">Those to whom it does not apply, in reading order.</param>
/// <param name="Blank">Those whose accepted report leaves it blank, in reading order.</param>
public sealed record Denominator(
    int Asked, int Answered, int Nil, int NotAccepted, IReadOnlyList<UnitCode> NotApplicable, IReadOnlyList<UnitCode> Blank)
{
    /// <summary>Those who answered all that it is calculated from, and of whom it has no value, as 0/0; in reading order.</summary>
    public IReadOnlyList<UnitCode> Undefined { get; init; } = [];

    /// <summary>Those of whom nothing is known.</summary>
    public int Missing => NotAccepted + Blank.Count;

    /// <summary>Those who could have answered.</summary>
    public int Concerned => Asked - NotApplicable.Count - Undefined.Count;

    internal static List<Standing> AskedOf(Section section, Roster roster, IReadOnlyList<Standing> standings) => standings
        .Where(standing => standing.Obligation is { State: not ReportState.Exempt, Unit: var unit }
            && section.Audience.Includes(unit, roster.LevelOf(unit), roster.HasSubordinates(unit)))
        .ToList();

    internal static SortedDictionary<string, Denominator> Count(Form form, Roster roster, IReadOnlyList<Standing> standings)
    {
        var counted = new SortedDictionary<string, Denominator>(StringComparer.Ordinal);
        foreach (var section in form.Sections)
        {
            var asked = AskedOf(section, roster, standings);
            foreach (var field in section.Fields.Where(Excerpt.IsCounted))
            {
                counted[field.Code.ToString()] = Of(field, asked);
            }
        }

        return counted;
    }

    internal static Denominator Of(Field field, List<Standing> asked)
    {
        var blank = asked.Where(standing => standing.Accepted?.Blank.Contains(field.Code) is true)
            .ToLookup(standing => standing.Accepted!.Nil, standing => standing.Obligation.Unit);
        var notApplicable = asked.Where(standing => standing.Accepted?.NotApplicable.Contains(field.Code) is true)
            .Select(standing => standing.Obligation.Unit).ToList();
        var undefined = asked.Where(standing => standing.Accepted?.Undefined.Contains(field.Code) is true)
            .Select(standing => standing.Obligation.Unit).ToList();
        var notAccepted = asked.Count(standing => standing.Accepted is null);
        var nil = blank[true].Count();
        return new Denominator(
            asked.Count, asked.Count - notAccepted - nil - notApplicable.Count - undefined.Count - blank[false].Count(), nil, notAccepted,
            notApplicable, [.. blank[false]])
        {
            Undefined = undefined,
        };
    }
}
