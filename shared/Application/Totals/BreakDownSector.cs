using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.Totals;
using VksServerless.Units;

namespace VksServerless.Application.Totals;

/// <summary>Phân tổ: the sector's figures by tier, by kind of unit, or by province.</summary>
public sealed class BreakDownSector(TakeSnapshot snapshot) : IUseCase
{
    /// <param name="field">Null: every figure.</param>
    public async Task<IReadOnlyList<PartTotal>> Execute(
        Cycle cycle, Roster roster, BreakdownBy by, FieldCode? field, Basis basis, CancellationToken cancellation)
    {
        var sector = roster.Knows(UnitCode.Sector)
            ? await snapshot.Execute(cycle, roster, UnitCode.Sector, basis, cancellation)
            : Snapshot.Of(roster, UnitCode.Sector, []);
        var parts = PartTotal.Of(by, roster, sector);
        return field is { } only ? [.. parts.Select(part => part.Only(only))] : parts;
    }
}
