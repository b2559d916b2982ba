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

    public bool IsDerived => Formula is not null;
}

/// <param name="Numerator">A summed field.</param>
/// <param name="Denominator">A summed field.</param>
public sealed record RatioOf(FieldCode Numerator, FieldCode Denominator);

/// <param name="By">Codes of choice and yes-no columns; empty: all rows are one group.</param>
/// <param name="Sums">Codes of numeric columns.</param>
public sealed record Grouping(IReadOnlyList<string> By, IReadOnlyList<string> Sums);

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
