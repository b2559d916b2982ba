using System.Text.Json;
using System.Text.Json.Serialization;

namespace VksServerless.Demo;

/// <summary>How one answer, or one cell of a row, is made up. See answers/README.md.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Range), "range")]
[JsonDerivedType(typeof(Share), "part")]
[JsonDerivedType(typeof(Formula), "formula")]
[JsonDerivedType(typeof(Shares), "shares")]
[JsonDerivedType(typeof(Texts), "texts")]
[JsonDerivedType(typeof(Dates), "dates")]
[JsonDerivedType(typeof(Files), "files")]
[JsonDerivedType(typeof(Below), "below")]
[JsonDerivedType(typeof(Rows), "rows")]
[JsonDerivedType(typeof(Stands), "each")]
internal abstract record AnswerSpec
{
    public string? When { get; init; }

    /// <summary>A share, or one by level.</summary>
    public JsonElement NotApplicable { get; init; }

    public string? NotApplicableWhen { get; init; }

    public string? First { get; init; }

    public double Blank { get; init; }

    public bool Distinct { get; init; }

    public sealed record Range(decimal[] District, decimal[] Province, decimal[] Other) : AnswerSpec
    {
        public decimal[] Of(string level) => Bounds(level, District, Province, Other);
    }

    public sealed record Share(string Of, double From, double To) : AnswerSpec;

    public sealed record Formula(string Is) : AnswerSpec;

    /// <param name="Of">Weights by key, or such weights for each value of what it goes by.</param>
    public sealed record Shares(JsonElement Of, string? By = null) : AnswerSpec;

    public sealed record Texts(string[] Of) : AnswerSpec;

    public sealed record Dates(DateOnly From, DateOnly To) : AnswerSpec;

    public sealed record Files(int Count) : AnswerSpec;

    public sealed record Below : AnswerSpec;

    public sealed record Rows(
        OrderedDictionary<string, AnswerSpec> Columns, decimal[]? District = null, decimal[]? Province = null,
            decimal[]? Other = null, ForEach? Each = null) : AnswerSpec
    {
        public decimal[] Of(string level) => Bounds(level, District!, Province!, Other!);
    }

    /// <summary>The field that the row stands for.</summary>
    public sealed record Stands : AnswerSpec;

    /// <summary>A row for each of these fields whose answer is that.</summary>
    public sealed record ForEach(string[] Of, [property: JsonPropertyName("equals")] string Answer);

    private static decimal[] Bounds(string level, decimal[] district, decimal[] province, decimal[] other) => level switch
    {
        "district" => district,
        "province" => province,
        _ => other,
    };
}
