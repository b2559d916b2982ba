using VksServerless.Application.Reports;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Publications;
using VksServerless.Reports;
using VksServerless.Units;

namespace VksServerless.Web.Portal.Cycles;

/// <summary>What the board of a cycle shows.</summary>
/// <param name="Progress">Null: its obligations are not fixed yet.</param>
/// <param name="Pending">Units that have ended without the cycle having taken that over.</param>
/// <param name="After">From where the next page goes on; null: there is none.</param>
public sealed record BoardView(
    Cycle Cycle, string FormTitle, Roster Roster, CycleProgress? Progress, BoardFilter Filter, IReadOnlyList<Obligation> Reports,
    UnitCode? After, IReadOnlyList<UnitCode> Pending, IReadOnlyList<PublicationEntry> Publications, bool Runs, DateTimeOffset Now)
{
    /// <summary>What was handed out with it.</summary>
    public IReadOnlyList<Attachment> Documents { get; init; } = [];

    /// <summary>Whether its form asks for opinions on a draft.</summary>
    public bool AsksOpinions { get; init; }
}

/// <summary>What of the list is asked for, as it stands in the address.</summary>
public sealed record BoardFilter(string Tier, string State, string Superior, string Search)
{
    internal ReportFilter ToReports() => new(
        Enum.TryParse<Tier>(Tier, out var tier) && Enum.IsDefined(tier) ? tier : null,
        State == "all" ? "" : State,
        UnitCode.TryParse(Superior, out var superior) ? superior : null,
        Search);

    internal string Query => $"tier={Uri.EscapeDataString(Tier)}&state={Uri.EscapeDataString(State)}"
        + $"&superior={Uri.EscapeDataString(Superior)}&search={Uri.EscapeDataString(Search)}";
}
