using System.Text.Json;
using System.Text.Json.Serialization;
using VksServerless.Application.Units;
using VksServerless.Units;

namespace VksServerless.Demo;

/// <summary>
/// What sample units answer to a form, <c>answers/*.json</c>, in an order in which what depends comes after what it depends on.
/// </summary>
/// <param name="NilReturn">Which share of the units of a level has nothing to report.</param>
internal sealed record AnswerSheet(OrderedDictionary<string, AnswerSpec> Fields, IReadOnlyDictionary<string, double>? NilReturn = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <param name="form">The code of a shipped form.</param>
    public static AnswerSheet Of(string form)
    {
        using var file = typeof(AnswerSheet).Assembly.GetManifestResourceStream($"answers/{form}")
            ?? throw new DemoFailedException($"Nobody knows what sample units answer to {form}: demo/answers has no such file.");
        return JsonSerializer.Deserialize<AnswerSheet>(file, Json)!;
    }

    public static string LevelOf(Unit unit) => unit.Level switch
    {
        UnitLevel.District => "district",
        UnitLevel.Province => "province",
        _ => "other",
    };
}
