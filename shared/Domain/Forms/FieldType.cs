using System.Text.Json.Serialization;

namespace VksServerless.Forms;

/// <summary>What kind of answer a field takes, and its bounds.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Narrative), "narrative")]
[JsonDerivedType(typeof(Text), "text")]
[JsonDerivedType(typeof(Integer), "integer")]
[JsonDerivedType(typeof(Number), "decimal")]
[JsonDerivedType(typeof(Money), "money")]
[JsonDerivedType(typeof(Percent), "percent")]
[JsonDerivedType(typeof(YesNo), "yes-no")]
[JsonDerivedType(typeof(Choice), "choice")]
[JsonDerivedType(typeof(Date), "date")]
[JsonDerivedType(typeof(Attachment), "attachment")]
[JsonDerivedType(typeof(Table), "table")]
public abstract record FieldType
{
    /// <summary>A numeric answer with bounds, or null for other kinds.</summary>
    [JsonIgnore]
    public virtual NumericBounds? Bounds => null;

    /// <summary>Several paragraphs of text.</summary>
    /// <param name="MaxLength">Characters (UTF-16 units), 1 to 100,000.</param>
    public sealed record Narrative(int MaxLength = 20_000) : FieldType;

    /// <summary>One line of text.</summary>
    public sealed record Text(int MaxLength = 500) : FieldType;

    public sealed record Integer(long Min = 0, long Max = 1_000_000_000) : FieldType
    {
        [JsonIgnore]
        public override NumericBounds Bounds => new(Min, Max, 0);
    }

    /// <param name="Scale">Decimal places, 0 to 6.</param>
    public sealed record Number(decimal Min = 0, decimal Max = 1_000_000_000_000m, int Scale = 2) : FieldType
    {
        [JsonIgnore]
        public override NumericBounds Bounds => new(Min, Max, Scale);
    }

    /// <summary>Whole đồng (VND).</summary>
    public sealed record Money(decimal Min = 0, decimal Max = 1_000_000_000_000_000m) : FieldType
    {
        [JsonIgnore]
        public override NumericBounds Bounds => new(Min, Max, 0);
    }

    /// <summary>Of a whole 0 to 100; how far a target is reached, or a change, may have other bounds.</summary>
    /// <param name="Scale">Decimal places, 0 to 6.</param>
    public sealed record Percent(decimal Min = 0, decimal Max = 100, int Scale = 2) : FieldType
    {
        [JsonIgnore]
        public override NumericBounds Bounds => new(Min, Max, Scale);
    }

    public sealed record YesNo : FieldType;

    public sealed record Choice(IReadOnlyList<Option> Options) : FieldType;

    /// <summary>A calendar day, yyyy-MM-dd.</summary>
    public sealed record Date : FieldType;

    /// <summary>Files that were attached to the report beforehand.</summary>
    public sealed record Attachment(int MaxFiles = 5) : FieldType;

    /// <summary>Bảng kê: any number of rows with the same columns.</summary>
    public sealed record Table(IReadOnlyList<Column> Columns, int MaxRows = 200) : FieldType;
}

/// <summary>Cột of a table.</summary>
/// <param name="Code">Snake case, unique within the table.</param>
/// <param name="Required">Whether every row must have it.</param>
/// <param name="Type">Anything but narratives, files and tables.</param>
public sealed record Column(string Code, string Label, FieldType Type, string Help = "", bool Required = false, string Measure = "");

/// <param name="Code">What is stored.</param>
/// <param name="Label">What is shown, in Vietnamese.</param>
public sealed record Option(string Code, string Label);

/// <param name="Scale">Decimal places allowed.</param>
public sealed record NumericBounds(decimal Min, decimal Max, int Scale)
{
    /// <summary>Whether it can only be a year, which is written without separators: 2019, not 2.019.</summary>
    public bool IsOfYears => Scale == 0 && Min >= 1900 && Max <= 2200;
}
