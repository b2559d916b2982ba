namespace VksServerless.EndToEnd.Cycles;

public class Creating_a_cycle(AHost host) : IClassFixture<AHost>
{
    private Person Centre => host.As("centre");

    [Fact]
    public async Task Again_with_the_same_key_gives_the_first_answer_whatever_it_has_become()
    {
        var key = Person.NewKey();
        var first = (await Centre.Post("cycles", ACycle.Terms("V14"), key)).Done();
        var cycle = $"cycles/{first.Said("id")}";
        (await Centre.Put(cycle, ACycle.Terms("T84"), first.ETag)).Done();
        await Same();
        (await Centre.Post($"{cycle}/start")).Done();
        await host.WhenQuiet();
        await Same();

        async Task Same()
        {
            var again = (await Centre.Post("cycles", ACycle.Terms("V14"), key)).Done();
            (again.Status, again.Text, again.ETag, again.Response.Headers.Location)
                .ShouldBe((first.Status, first.Text, first.ETag, first.Response.Headers.Location));
        }
    }

    [Fact]
    public async Task With_other_terms_under_the_same_key_is_refused()
    {
        var key = Person.NewKey();
        var cycle = (await Centre.Post("cycles", ACycle.Terms("V14"), key)).Done().Said("id");
        (await Centre.Post("cycles", ACycle.Terms("T84"), key)).Refused(422, "idempotency-key-reused");
        (await Centre.Put($"cycles/{cycle}", ACycle.Terms("T84"), "1")).Done();
        (await Centre.Post("cycles", ACycle.Terms("T84"), key)).Refused(422, "idempotency-key-reused");
    }

    [Fact]
    public async Task Many_times_at_once_under_one_key_has_one_effect()
    {
        var key = Person.NewKey();
        var before = await Cycles();
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(number => Centre.Post("cycles", ACycle.Terms(number % 2 == 0 ? "V14" : "T84"), key)));

        answers.Where(answer => answer.Status == 201).Select(answer => answer.Text).Distinct().ShouldHaveSingleItem();
        answers.Count(answer => answer.Status == 201).ShouldBe(6);
        foreach (var other in answers.Where(answer => answer.Status != 201))
        {
            other.Refused(422, "idempotency-key-reused");
        }

        (await Cycles()).ShouldBe(before + 1);
    }

    [Fact]
    public async Task That_was_refused_leaves_the_key_to_the_mended_request()
    {
        var (key, wrong) = (Person.NewKey(), ACycle.Terms("V14"));
        wrong["title"] = "";
        (await Centre.Post("cycles", wrong, key)).Refused(422, "cycle-invalid");
        (await Centre.Post("cycles", ACycle.Terms("V14"), key)).Done();
    }

    private async Task<int> Cycles() => (await Centre.Get("cycles?size=200")).Done()["items"].GetArrayLength();
}
