using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

public class The_order_of_computation
{
    [Fact]
    public void Puts_what_is_read_before_what_reads_it() =>
        Order(("a", "b + c"), ("b", "c * 2"), ("c", "nhap + 1")).Value.ShouldBe(["c", "b", "a"]);

    [Fact]
    public void Refuses_a_circle_and_names_it()
    {
        var refusal = Order(("d", "a"), ("a", "b + 1"), ("b", "if(c > 0, 1, 2)"), ("c", "a"), ("e", "1")).Refusal.ShouldNotBeNull();

        refusal.Type.ShouldBe("expression-circular");
        refusal.Detail.ShouldContain("a → b → c → a");
        refusal.Errors.Select(error => error.Place).ShouldBe(["a", "b", "c"], ignoreOrder: true);
    }

    [Fact]
    public void Refuses_a_field_that_reads_itself() => Order(("a", "a + 1")).Refusal!.Detail.ShouldContain("a → a.");

    [Fact]
    public void Refuses_a_figure_computed_from_its_own_score() => Order(("a", "peer_score(a)")).Refused.ShouldBeTrue();

    [Fact]
    public void Lets_a_figure_read_itself_in_other_reports() =>
        Order(("a", "nhap + coalesce(previous(a), 0) + sum(below.a) + coalesce(parts(a), 0)")).Value.ShouldBe(["a"]);

    [Fact]
    public void Is_found_for_whatever_reads_whatever_or_the_circle_is_one() => Law.Holds<byte[]>(reads =>
    {
        var fields = Math.Max(1, reads.Length / 2);
        var edges = reads.Select((read, at) => (From: at % fields, To: read % fields))
            .Where(edge => edge.From % 3 > 0 || edge.To > edge.From).ToHashSet();
        var derived = Enumerable.Range(0, fields).ToDictionary(
            field => $"f{field}", field =>
                Reads(string.Join("+", ["1", .. edges.Where(edge => edge.From == field).Select(edge => $"f{edge.To}")])));

        var outcome = Ordering.Of(derived);

        if (outcome.Refusal is { } refusal)
        {
            var circle = refusal.Detail.Split(": ")[1].Split(". ")[0].Split(" → ");
            circle.Length.ShouldBeGreaterThan(1);
            circle[^1].ShouldBe(circle[0]);
            circle.Skip(1).ShouldBeUnique();
            circle.Zip(circle.Skip(1)).ShouldAllBe(step => derived[step.First].Fields.Contains(step.Second));
            return;
        }

        outcome.Value.ShouldBe(derived.Keys, ignoreOrder: true);
        var place = outcome.Value.Index().ToDictionary(code => code.Item, code => code.Index);
        derived.ShouldAllBe(field => field.Value.Fields.All(read => place[read] < place[field.Key]));
    });

    private static Outcome<IReadOnlyList<string>> Order(params (string Code, string Text)[] derived) =>
        Ordering.Of(derived.ToDictionary(field => field.Code, field => Reads(field.Text)));

    private static Expression Reads(string text) => Expression.Parse(text, new Everything()).Value;

    private sealed class Everything : IScope
    {
        public Symbol? Find(string name) => new Symbol.Number(IsAdded: true);
    }
}
