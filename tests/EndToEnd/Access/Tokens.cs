using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using VksServerless.Server.Access;

namespace VksServerless.EndToEnd.Access;

public class Tokens(AHost host) : IClassFixture<AHost>
{
    private DateTime Now => host.Clock.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task That_are_proper_open_the_door() => (await With(Signed())).Status.ShouldBe(200);

    [Fact]
    public async Task That_are_missing_or_no_tokens_do_not()
    {
        (await Answer.To(host.Http, new HttpRequestMessage(HttpMethod.Get, "cycles"))).Refused(401, "not-signed-in")
            .Response.Headers.WwwAuthenticate.Single().Scheme.ShouldBe("Bearer");
        foreach (var token in (string[])["x", "a.b.c", "..", new string('a', 17 * 1024), $"{Signed()}x", Signed()[..^4] + "AAAA"])
        {
            (await With(token)).Refused(401, "not-signed-in");
        }
    }

    [Fact]
    public async Task That_are_forged_expired_or_foreign_do_not()
    {
        var unsigned = $"{Base64UrlEncoder.Encode("""{"alg":"none","typ":"JWT"}""")}.{Signed().Split('.')[1]}.";
        (await With(unsigned)).Refused(401, "not-signed-in");
        var publicKey = Key().ExportSubjectPublicKeyInfoPem();
        (await With(Signed(with: new SigningCredentials(
            new SymmetricSecurityKey(Encoding.UTF8.GetBytes(publicKey)), SecurityAlgorithms.HmacSha256)))).Refused(401, "not-signed-in");
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        (await With(Signed(with: new SigningCredentials(new ECDsaSecurityKey(other), SecurityAlgorithms.EcdsaSha256))))
            .Refused(401, "not-signed-in");
        (await With(Signed(token => token.Issuer = "urn:other"))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.Audience = "other"))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.Expires = Now.AddMinutes(-2)))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.NotBefore = Now.AddMinutes(2)))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.Expires = null))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.TokenType = "id+jwt"))).Refused(401, "not-signed-in");
    }

    [Fact]
    public async Task Of_a_software_that_do_not_say_one_role_of_one_unit_are_good_for_nothing()
    {
        (await With(Software())).Status.ShouldBe(200);
        (await With(Software(token => token.Claims["role"] = "king"))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["role"] = new[] { "machine", "leadership" }))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims.Remove("role")))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["unit"] = "../../x"))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["unit"] = new[] { "C2", "T84" }))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["sub"] = ""))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["sub"] = "a\u202Eb"))).Refused(403, "not-permitted");
    }

    [Fact]
    public async Task Of_a_person_that_do_not_say_who_that_is_are_good_for_nothing()
    {
        (await With(Signed(token => token.Claims.Remove("sub")))).Refused(403, "not-permitted");
        (await With(Signed(token => token.Claims["sub"] = ""))).Refused(403, "not-permitted");
        (await With(Signed(token => token.Claims["sub"] = new[] { "centre", "leader-1" }))).Refused(401, "not-signed-in");
        (await With(Signed(token => token.Claims["sub"] = "a\u202Eb"))).Refused(403, "not-permitted");
    }

    [Theory]
    [InlineData("role", "king")]
    [InlineData("role", "leadership")]
    [InlineData("roles", "machine")]
    [InlineData("unit", "T84")]
    [InlineData("unit", "../../x")]
    [InlineData("extn.unit", "T84")]
    public async Task Of_a_person_say_nothing_of_what_that_person_may_do(string claim, string value)
    {
        var me = (await With(Signed(token => token.Claims[claim] = value), "people/me")).Done();

        me["posts"].EnumerateArray().ShouldHaveSingleItem().GetProperty("post").GetString().ShouldBe("centre@C2");
        (await With(Signed(token => token.Claims[claim] = value), "series")).Status.ShouldBe(200);
        (await With(Signed(token => token.Claims[claim] = value), "units/T84/delegations")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Of_a_person_whom_the_register_does_not_know_say_whom_to_ask()
    {
        var stranger = Signed(token => (token.Claims["sub"], token.Claims["role"]) = ("stranger", "centre"));
        (await With(stranger)).Refused(403, "person-unknown-here").Said("detail").ShouldContain("Cục Thống kê tội phạm");
        (await With(stranger, "people/me")).Refused(403, "person-unknown-here");
    }

    [Fact]
    public async Task Of_a_software_of_Entra_name_the_unit_in_an_attribute_of_ours()
    {
        (await With(Software(token => Rename(token, "extn.unit", new[] { "C2" })))).Status.ShouldBe(200);
        (await With(Software(token => Rename(token, "extn.unit", new[] { "C2", "T84" })))).Refused(403, "not-permitted");
        (await With(Software(token => token.Claims["extn.unit"] = "T84"))).Refused(403, "not-permitted");

        static void Rename(SecurityTokenDescriptor token, string name, object unit)
        {
            token.Claims.Remove("unit");
            token.Claims[name] = unit;
        }
    }

    [Theory]
    [InlineData("app", "centre", 403)]
    [InlineData("app", "leadership", 403)]
    [InlineData("app", "machine", 200)]
    [InlineData("user", "centre", 200)]
    public async Task Of_a_software_are_good_for_a_machine_client_alone(string kind, string role, int status) =>
        (await With(Signed(token => (token.Claims["idtyp"], token.Claims["role"], token.Claims["unit"]) = (kind, role, "C2"))))
            .Status.ShouldBe(status);

    [Theory]
    [InlineData("leadership", null, 403)]
    [InlineData("centre", null, 403)]
    [InlineData("unit-head", "", 403)]
    [InlineData("leadership", "access_as_user", 200)]
    [InlineData("machine", null, 200)]
    public async Task That_do_not_say_whose_they_are_are_a_software_s_unless_a_person_consented(string role, string? scope, int status) =>
        (await With(Signed(token =>
        {
            token.Claims.Remove("idtyp");
            (token.Claims["role"], token.Claims["unit"]) = (role, "C2");
            if (scope is not null)
            {
                token.Claims["scp"] = scope;
            }
        }))).Status.ShouldBe(status);

    [Fact]
    public async Task That_demand_what_we_do_not_understand_do_not() =>
        (await With(Signed(token => token.AdditionalHeaderClaims = new Dictionary<string, object> { ["crit"] = new[] { "exp" } })))
            .Refused(401, "not-signed-in");

    [Fact]
    public async Task That_name_a_claim_twice_do_not()
    {
        var now = new DateTimeOffset(Now).ToUnixTimeSeconds();
        var payload = $$"""
            {"iss":"{{SampleIssuer.Issuer}}","aud":"{{SampleIssuer.Audience}}","nbf":{{now}},"exp":{{now + 3600}},
             "sub":"centre","idtyp":"user","sub":"leader-1"}
            """;
        var signing = new SigningCredentials(new ECDsaSecurityKey(Key()), SecurityAlgorithms.EcdsaSha256);

        (await With(new JsonWebTokenHandler().CreateToken(payload, signing))).Refused(401, "not-signed-in");
    }

    [Theory]
    [InlineData("Trần Văn A")]
    [InlineData("Trần\u202Enăv A")]
    [InlineData(" ")]
    public async Task Of_a_person_say_nothing_of_the_name_that_is_shown(string name)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "cycles") { Content = Person.Json(ACycle.Terms("V14").ToJsonString()) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Signed(token => token.Claims["name"] = name));
        request.Headers.Add("Idempotency-Key", Person.NewKey());
        (await Answer.To(host.Http, request)).Done().Said("createdBy").ShouldBe("Cán bộ Cục 2 (mẫu)");
    }

    [Theory]
    [InlineData("Phần mềm A", "Phần mềm A")]
    [InlineData("Phần\u202Emềm A", "phan-mem")]
    [InlineData("Phần\u0007mềm A", "phan-mem")]
    [InlineData(" ", "phan-mem")]
    public async Task Of_a_software_that_bear_a_name_which_deceives_the_eye_are_shown_by_their_subject(string name, string shown) =>
        (await With(Software(token => token.Claims["name"] = name), "people/me")).Done().Said("name").ShouldBe(shown);

    private Task<Answer> With(string token, string path = "cycles")
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return Answer.To(host.Http, request);
    }

    private ECDsa Key()
    {
        // The issuer makes its key when it is first asked for a token.
        _ = host.TokenFor(SamplePeople.Central[0]);
        var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(Path.Combine(host.DataFolder, "signing-key.pem")));
        return key;
    }

    private string Software(Action<SecurityTokenDescriptor>? change = null) => Signed(token =>
    {
        token.Claims = new Dictionary<string, object> { ["sub"] = "phan-mem", ["role"] = "machine", ["unit"] = "C2", ["idtyp"] = "app" };
        change?.Invoke(token);
    });

    private string Signed(Action<SecurityTokenDescriptor>? change = null, SigningCredentials? with = null)
    {
        var token = new SecurityTokenDescriptor
        {
            Issuer = SampleIssuer.Issuer,
            Audience = SampleIssuer.Audience,
            NotBefore = Now,
            Expires = Now.AddHours(1),
            Claims = new Dictionary<string, object> { ["sub"] = "centre", ["idtyp"] = "user" },
            SigningCredentials = with ?? new SigningCredentials(new ECDsaSecurityKey(Key()), SecurityAlgorithms.EcdsaSha256),
        };
        change?.Invoke(token);
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(token);
    }
}
