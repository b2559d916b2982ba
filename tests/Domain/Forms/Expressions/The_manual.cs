using System.Text.RegularExpressions;
using VksServerless.Forms.Expressions;

namespace VksServerless.Tests.Forms.Expressions;

public partial class The_manual
{
    private static readonly string _text = File.ReadAllText(Path.Combine(Root(), "shared/Domain/Forms/Expressions/README.md"));

    [Fact]
    public void Gives_examples_that_are_expressions()
    {
        var examples = Example().Matches(_text[_text.IndexOf("## Examples", StringComparison.Ordinal)..])
            .Select(match => match.Groups[1].Value).ToArray();

        examples.Length.ShouldBeGreaterThan(5);
        foreach (var example in examples)
        {
            Expression.Parse(example, new AsNamed()).Refusal?.Detail.ShouldBeNull(example);
        }
    }

    [Fact]
    public void Quotes_every_reserved_word_in_its_grammar()
    {
        var grammar = _text[_text.IndexOf("```ebnf", StringComparison.Ordinal).._text.IndexOf("## Types", StringComparison.Ordinal)];

        Quoted().Matches(grammar).Select(match => match.Groups[1].Value).Distinct().ShouldBe(Expression.Reserved, ignoreOrder: true);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "VksServerless.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"\| `([^`]+)` \|$", RegexOptions.Multiline)]
    private static partial Regex Example();

    [GeneratedRegex("\"([a-z][a-z_]+)\"")]
    private static partial Regex Quoted();

    private sealed class AsNamed : IScope
    {
        public Symbol? Find(string name) => name switch
        {
            "ban_hanh" => new Symbol.Truth(),
            "van_ban" => new Symbol.Other(),
            "phan_mem" => new Symbol.Table(new Dictionary<string, Symbol>
            {
                ["huong"] = new Symbol.Choice(AForm.Directions),
                ["de_xuat"] = new Symbol.Other(),
                ["nguoi_dung"] = new Symbol.Number(),
            }),
            _ when name.StartsWith("muc_tieu_", StringComparison.Ordinal) => new Symbol.Choice(AForm.States),
            _ => new Symbol.Number(IsAdded: true),
        };
    }
}
