using VksServerless.Cycles;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Application.Reports;

/// <summary>Which reports of a cycle are wanted. What is null or empty does not matter.</summary>
/// <param name="State">The name of a state, or <see cref="Owing"/>, or <see cref="Overdue"/>.</param>
/// <param name="Search">Part of a unit's name, without accents, or its code.</param>
public sealed record ReportFilter(Tier? Tier, string State, UnitCode? Superior, string Search)
{
    public const string Owing = "owing";
    public const string Overdue = "overdue";

    private readonly string _plain = Kernel.Search.Plain(Search);

    public bool Includes(Participant unit) => (Tier is null || unit.Tier == Tier)
        && (Superior is null || unit.Superior == Superior || unit.Unit == Superior)
        && (_plain.Length == 0 || Kernel.Search.Plain(unit.Name).Contains(_plain, StringComparison.Ordinal)
            || Kernel.Search.Plain(unit.Unit.ToString()) == _plain);

    public bool Includes(Obligation report, DateTimeOffset now) => State switch
    {
        "" => true,
        Owing => report.Owes,
        Overdue => report.Owes && now > report.DueAt,
        _ => report.State.Name == State,
    };
}
