namespace VksServerless.Forms;

/// <summary>Chỉ tiêu hoặc câu hỏi: one thing that is asked, or calculated from answers.</summary>
/// <param name="Code">Snake case, unique within the form; stays the same over versions so that answers carry over.</param>
/// <param name="Measure">Unit of measure in Vietnamese, e.g. máy, người; empty when there is none.</param>
public sealed record Field(
    FieldCode Code, string Label, string Help, bool Required, FieldType Type, string Measure, AggregationMethod Aggregation)
{
    /// <summary>Of a derived indicator: the expression that calculates it, never typed in; else null.</summary>
    public string? Formula { get; init; }

    /// <summary>Whether a unit may answer "không áp dụng", which is neither zero nor blank and stands in no total.</summary>
    public bool MayNotApply { get; init; }

    /// <summary>Of a weighted mean: the whole-number field that weighs the answer, e.g. how many people it speaks for.</summary>
    public FieldCode? Weight { get; init; }

    /// <summary>Of a ratio of sums: what is divided by what.</summary>
    public RatioOf? Ratio { get; init; }

    /// <summary>Of a table: by which columns its rows are grouped in totals, and which of them are added up.</summary>
    public Grouping? Grouping { get; init; }

    /// <summary>Whether units are ranked by it, and which end comes first.</summary>
    public Ranked? Ranked { get; init; }

    /// <summary>Whether each row or answer is laid on the desk of difficulties once the report is accepted.</summary>
    public bool Desk { get; init; }

    /// <summary>
    /// Of a number: that it stands on a day (số dư, số có mặt) and so goes on from one period to the next, unlike what is counted from zero in
    /// each.
    /// </summary>
    public bool Stock { get; init; }

    /// <summary>
    /// Ý kiến được tiếp thu hoặc giải trình: each text or row is an opinion on a draft, to which the centre replies.
    /// </summary>
    public bool Opinion { get; init; }

    public bool IsDerived => Formula is not null;

    /// <summary>
    /// Whether figures of the two may stand side by side: the same question in two versions of a form, measured, calculated and added up
    /// in the same way. A sum that counts units is like nothing: their number is the directory's doing.
    /// </summary>
    public bool IsLike(Field? other) =>
        other is not null && Code == other.Code && Type.GetType() == other.Type.GetType()
        && Type.Bounds?.Scale == other.Type.Bounds?.Scale && Measure == other.Measure && Aggregation == other.Aggregation
        && Formula == other.Formula && Weight == other.Weight && Ratio == other.Ratio && Options(Type).SequenceEqual(Options(other.Type))
        && !(Aggregation == AggregationMethod.Sum && Measure == CountOfUnits);

    private const string CountOfUnits = "đơn vị";

    private static IEnumerable<string> Options(FieldType type) =>
        type is FieldType.Choice choice ? choice.Options.Select(option => option.Code).Order(StringComparer.Ordinal) : [];
}

/// <param name="Numerator">A summed field.</param>
/// <param name="Denominator">A summed field.</param>
public sealed record RatioOf(FieldCode Numerator, FieldCode Denominator);

/// <param name="By">Codes of choice and yes-no columns; empty: all rows are one group.</param>
/// <param name="Sums">Codes of numeric columns.</param>
public sealed record Grouping(IReadOnlyList<string> By, IReadOnlyList<string> Sums)
{
    /// <summary>The option of the first grouping column that stands for whatever the form does not list.</summary>
    public const string Other = "khac";

    /// <summary>Code of the text column that names what <see cref="Other"/> stands for; null: rows of it are not told apart.</summary>
    public string? NamedBy { get; init; }
}

public enum Ranked
{
    /// <summary>The highest comes first.</summary>
    Highest,

    /// <summary>The lowest comes first.</summary>
    Lowest,
}

/// <summary>How the answers of many units become one figure.</summary>
public enum AggregationMethod
{
    /// <summary>Not added up.</summary>
    None,

    /// <summary>Numbers are added.</summary>
    Sum,

    /// <summary>Numbers: arithmetic mean over the units that answered.</summary>
    Mean,

    /// <summary>Numbers: mean in which each unit weighs as much as another of its answers says.</summary>
    WeightedMean,

    /// <summary>Numbers: the least.</summary>
    Min,

    /// <summary>Numbers: the greatest.</summary>
    Max,

    /// <summary>One sum divided by another, never a mean of quotients.</summary>
    Ratio,

    /// <summary>Choices and yes/no: how many units chose each.</summary>
    Tally,

    /// <summary>Texts are listed in the publication, each with its unit.</summary>
    List,

    /// <summary>Rows are listed in the publication, each with its unit, and counted and summed by groups.</summary>
    Union,
}
