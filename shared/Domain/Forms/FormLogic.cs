using System.Runtime.CompilerServices;
using VksServerless.Forms.Expressions;

namespace VksServerless.Forms;

/// <summary>
/// The expressions of a form, read once: its derived indicators in the order in which they are calculated, and its rules.
/// </summary>
public sealed class FormLogic
{
    private static readonly ConditionalWeakTable<Form, FormLogic> Read = [];

    private FormLogic(Form form, IReadOnlyList<DerivedField> derived, IReadOnlyList<FormRule> rules) =>
        (Derived, Rules, Follows) = (derived, rules, Following.Of(form, derived));

    /// <summary>Each after those that it reads.</summary>
    public IReadOnlyList<DerivedField> Derived { get; }

    public IReadOnlyList<FormRule> Rules { get; }

    /// <summary>
    /// By derived field and by field that is typed in: how much the one changes for each one more of the other; null: that depends.
    /// </summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, decimal?>> Follows { get; }

    public bool ReadsPrevious => All.Any(expression => expression.ReadsPrevious);

    public bool ReadsParts => All.Any(expression => expression.ReadsParts);

    public bool ReadsPeers => All.Any(expression => expression.ReadsPeers);

    public bool ReadsBelow => All.Any(expression => expression.ReadsBelow);

    private IEnumerable<Expression> All => Derived.Select(derived => derived.Expression).Concat(Rules.Select(rule => rule.Holds));

    /// <summary>How much all of it costs at most for one report.</summary>
    /// <param name="rows">How many rows a table takes.</param>
    internal long Work(Func<string, int> rows) => All.Sum(expression => expression.Work(rows));

    /// <summary>Of a form that was checked.</summary>
    public static FormLogic Of(Form form) => Read.GetValue(form, checkedBefore => new Reading(checkedBefore).Logic());

    /// <summary>What is wrong with the expressions of a form, each at its place.</summary>
    internal static IReadOnlyList<FieldError> Check(Form form)
    {
        var reading = new Reading(form);
        var logic = reading.Logic();
        return reading.Faults.Count > 0 ? reading.Faults : [.. reading.Unfollowed(logic)];
    }

    private sealed class Reading(Form form)
    {
        private readonly FormScope _scope = new(form);

        public List<FieldError> Faults { get; } = [];

        public FormLogic Logic()
        {
            var formulas = new Dictionary<string, (Field Field, Expression Expression)>();
            foreach (var (section, part) in form.Sections.Index())
            {
                foreach (var (index, field) in part.Fields.Index().Where(entry => entry.Item.IsDerived))
                {
                    var wanted = field.Type is FieldType.YesNo ? ExpressionType.Truth : ExpressionType.Number;
                    if (Expression(field.Formula!, wanted, $"/sections/{section}/fields/{index}/formula") is { } formula)
                    {
                        formulas[field.Code.ToString()] = (field, formula);
                    }
                }
            }

            var order = Ordering.Of(formulas.ToDictionary(entry => entry.Key, entry => entry.Value.Expression));
            Faults.AddRange((order.Refusal?.Errors ?? [])
                .Select(error => new FieldError(PlaceOf(FieldCode.Of(error.Place)), error.Rule, error.Message)));
            return new FormLogic(
                form,
                order.Refused ? [] : [.. order.Value.Select(code => new DerivedField(formulas[code].Field, formulas[code].Expression))],
                [
                    .. from entry in form.Rules.Index()
                       let holds = Expression(entry.Item.Holds, ExpressionType.Truth, $"/rules/{entry.Index}/holds")
                       where holds is not null
                       select new FormRule(entry.Item, holds),
                ]);
        }

        /// <summary>A sum of many units that an adjustment could not move along with what it is calculated from.</summary>
        public IEnumerable<FieldError> Unfollowed(FormLogic logic) =>
            from derived in logic.Derived
            where derived.Field.Aggregation == AggregationMethod.Sum
            let stuck = logic.Follows[derived.Field.Code.ToString()]
                .Where(slope => slope.Value is null && form.Find(FieldCode.Of(slope.Key)) is { Aggregation: AggregationMethod.Sum })
                .Select(slope => slope.Key).Order(StringComparer.Ordinal).ToList()
            where stuck.Count > 0
            select new FieldError(
                PlaceOf(derived.Field.Code), "not-followed",
                $"Chỉ tiêu {derived.Field.Code} cộng dồn nhưng không tính được từ tổng của {string.Join(", ", stuck)}: khi cấp trên điều "
                + "chỉnh các chỉ tiêu ấy, tổng này không đổi theo. Chỉ dùng phép cộng, trừ, nhân hoặc chia cho hằng số và coalesce(…, 0), "
                + "hoặc không cộng dồn chỉ tiêu này.");

        private Expression? Expression(string text, ExpressionType wanted, string place)
        {
            var read = Expressions.Expression.Parse(text, _scope);
            if (read.Refusal is { } refusal)
            {
                Faults.AddRange(refusal.Errors.Select(error => new FieldError(place, error.Rule, error.Message)));
                return null;
            }

            if (read.Value.Type != wanted)
            {
                Faults.Add(new FieldError(place, "wrong-type", wanted == ExpressionType.Truth ? "Biểu thức phải là một điều kiện đúng/sai."
                    : "Biểu thức phải cho ra một số."));
                return null;
            }

            return read.Value;
        }

        private string PlaceOf(FieldCode field) =>
            (from section in form.Sections.Index()
             from entry in section.Item.Fields.Index()
             where entry.Item.Code == field
             select $"/sections/{section.Index}/fields/{entry.Index}/formula").First();
    }
}

public sealed record DerivedField(Field Field, Expression Expression)
{
    /// <summary>The fields that it is calculated from.</summary>
    public IEnumerable<FieldCode> Reads => Expression.Fields.Select(FieldCode.Of);
}

public sealed record FormRule(Rule Rule, Expression Holds)
{
    /// <summary>The fields whose values decide whether it holds.</summary>
    public IEnumerable<FieldCode> Reads => Holds.Fields.Select(FieldCode.Of);
}
