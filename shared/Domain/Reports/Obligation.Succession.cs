using VksServerless.Cycles;

namespace VksServerless.Reports;

/// <summary>What becomes of the duty of a unit that ended in the midst of the cycle.</summary>
public sealed partial record Obligation
{
    /// <summary>The centre has accepted it in the place of its superior.</summary>
    /// <param name="reason">Null: it was for nobody else to accept.</param>
    public Obligation AcceptedInstead(string? reason) =>
        State is ReportState.Accepted accepted ? this with { State = accepted with { InsteadBecause = reason } } : this;

    /// <summary>
    /// It owes its report no more, whatever it had begun, handed in and got back: others report in its place. What is accepted
    /// stays.
    /// </summary>
    public Obligation Leave(UnitChange change, string reason) => State is ReportState.Exempt or ReportState.Accepted
        ? this
        : Next() with { State = new ReportState.Exempt(reason, change.By, change.At), Signing = null };
}
