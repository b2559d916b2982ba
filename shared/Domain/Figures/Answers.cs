using VksServerless.Forms;

namespace VksServerless.Figures;

/// <summary>What a unit answered, by field code. Blank fields are not in it.</summary>
public sealed record Answers(IReadOnlyDictionary<string, Answer> ByField)
{
    public static Answers None { get; } = new(new Dictionary<string, Answer>());

    public Answer? this[FieldCode field] => ByField.GetValueOrDefault(field);
}

/// <summary>One answer, already checked against its field.</summary>
public abstract record Answer
{
    /// <summary>Integer, decimal, money or percent: exact.</summary>
    public sealed record Number(decimal Value) : Answer;

    public sealed record YesNo(bool Value) : Answer;

    /// <summary>The code of the option.</summary>
    public sealed record Choice(string Option) : Answer;

    /// <summary>Text or narrative, NFC.</summary>
    public sealed record Words(string Text) : Answer;

    public sealed record Day(DateOnly Value) : Answer;

    /// <summary>Ids of files attached to the same report.</summary>
    public sealed record Files(IReadOnlyList<string> Ids) : Answer;

    /// <summary>Of a table: each row by column code; blank cells are not in it.</summary>
    public sealed record Rows(IReadOnlyList<IReadOnlyDictionary<string, Answer>> All) : Answer;

    /// <summary>Không áp dụng: the unit has nothing of the kind that is asked; neither zero nor blank.</summary>
    public sealed record NotApplicable : Answer;
}

/// <summary>
/// Điều chỉnh khi hợp nhất: what a province adds to or takes from the sum of its districts, with a reason; the
/// districts' reports stay as they are.
/// </summary>
/// <param name="Field">A summed numeric field.</param>
/// <param name="Amount">Added to the total; negative to take away; not zero.</param>
public sealed record Adjustment(FieldCode Field, decimal Amount, string Reason);

/// <summary>Giải trình: why an unusual value is as it is.</summary>
/// <param name="Rule">The query that it answers.</param>
/// <param name="Of">The values that it explains, as the report writes them: when they change it lapses.</param>
public sealed record Explanation(string Rule, string Text, string Of);

/// <summary>All that a unit hands in; what is derived from it stands among the answers.</summary>
public sealed record ReportContent(Answers Answers, IReadOnlyList<Adjustment> Adjustments)
{
    public static ReportContent Empty { get; } = new(Answers.None, []);

    public IReadOnlyList<Explanation> Explanations { get; init; } = [];

    /// <summary>
    /// By unit directly below and by field: the sums on which the adjustments were made. Null where nothing is adjusted, and in reports
    /// that were handed in before it was recorded.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal>>? AdjustedOn { get; init; }

    /// <summary>Báo cáo không phát sinh: the unit says that there was nothing; the sums that it is asked for stand at zero.</summary>
    public bool Nil { get; init; }
}
