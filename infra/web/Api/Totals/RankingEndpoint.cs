using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using VksServerless.Access;
using VksServerless.Application.Cycles;
using VksServerless.Application.Forms;
using VksServerless.Application.Totals;
using VksServerless.Cycles;
using VksServerless.Forms;
using VksServerless.People;
using VksServerless.Totals;
using VksServerless.Units;
using VksServerless.Web.Door;
using VksServerless.Web.Door.OpenApi;

namespace VksServerless.Web.Api.Totals;

/// <summary>
/// Xếp hạng: the whole list for those who read everything; to a unit its own place among its like, without the others' names.
/// </summary>
public sealed class RankingEndpoint(CycleAccess access, ICycles cycles, RankUnits rank, IForms forms) : IEndpoints
{
    public void Map(IEndpointRouteBuilder api) => api.MapGet("cycles/{cycle}/ranking/{field}", ReadRanking);

    [Operation(
        "Xếp hạng các đơn vị theo một chỉ tiêu (?level= để chỉ xếp một loại đơn vị); đơn vị chỉ thấy thứ hạng của mình giữa các đơn vị " +
        "cùng loại",
        typeof(RankingView), Query = ["level"])]
    public async Task<IResult> ReadRanking(HttpRequest request, string cycle, string field, CancellationToken cancellation)
    {
        var found = await access.Read(request.Caller(), cycle, cancellation);
        if (found.Refusal is { } refusal)
        {
            return Reply.Problem(refusal);
        }

        var roster = await cycles.Roster(found.Value, cancellation) ?? new Roster([], []);
        var caller = request.Caller();
        if (!Permission.ReadsPublications(caller) && !(Permission.WritesReport(caller, caller.Unit) && roster.Knows(caller.Unit)))
        {
            return Reply.Problem(AccessRefusals.NotPermitted);
        }

        var asked = LevelOf(request.Query["level"].ToString());
        var form = (await forms.Find(found.Value.Terms.Form, cancellation))!;
        var indicator = form.Find(FieldCode.Of(field));
        if ((asked.Refusal ?? Check(form, indicator)) is { } wrong)
        {
            return Reply.Problem(wrong);
        }

        var own = Permission.ReadsPublications(caller) ? (UnitCode?)null : caller.Unit;
        var level = own is { } unit ? roster.LevelOf(unit) : asked.Value;
        return asked.Value is not null && asked.Value != level
            ? Reply.Problem(AccessRefusals.NotPermitted)
            : Reply.Ok(RankingView.Of(
                indicator!, level, await rank.Execute(found.Value, roster, indicator!, level, cancellation), own, roster));
    }

    private static Refusal? Check(Form form, Field? field) => field switch
    {
        null => FormRefusals.FieldUnknown(form.Ref),
        { Ranked: null } => TotalRefusals.NotRanked(form.Ref),
        _ => null,
    };

    private static Outcome<UnitLevel?> LevelOf(string text) =>
        text.Length == 0 ? (UnitLevel?)null
        : Enum.TryParse<UnitLevel>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var level)
            && char.IsAsciiLetter(text[0])
            ? level
        : TotalRefusals.LevelUnknown;
}

/// <param name="Level">Null: units of all levels.</param>
/// <param name="Ranked">How many units are ranked: an accepted report answers the indicator.</param>
/// <param name="First">What the first one has; null to a unit among so few that it would tell it another's exact figure, as the other two
/// are.</param>
/// <param name="Own">Of the unit that asks; null when it is not ranked, or one who reads everything asks.</param>
/// <param name="Units">For those who read everything; else null.</param>
public sealed record RankingView(
    FieldCode Field, Ranked Direction, UnitLevel? Level, int Ranked, decimal? First, decimal? Median, decimal? Last, PlaceView? Own,
    IReadOnlyList<PlaceView>? Units)
{
    private const int FewestShownToAUnit = 5;

    public static RankingView Of(Field field, UnitLevel? level, Ranking ranking, UnitCode? own, Roster roster)
    {
        var tells = own is null || ranking.Units.Count >= FewestShownToAUnit;
        return new RankingView(
            field.Code,
            field.Ranked!.Value,
            level,
            ranking.Units.Count,
            tells ? ranking.First : null,
            tells ? ranking.MedianOf(field) : null,
            tells ? ranking.Last : null,
            own is { } unit && ranking.Of(unit) is { } place ? PlaceView.Of(place, roster) : null,
            own is null ? [.. ranking.Units.Select(one => PlaceView.Of(one, roster))] : null);
    }
}

public sealed record PlaceView(int Rank, UnitCode Unit, string Name, decimal Value)
{
    public static PlaceView Of(RankedUnit place, Roster roster) => new(place.Rank, place.Unit, roster.NameOf(place.Unit), place.Value);
}
