-- Columns hold what is searched for; `data` holds the whole record as JSON (store/codec.py).
-- Raise SCHEMA in store/database.py with every change here.

CREATE TABLE documents (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    publisher TEXT NOT NULL,            -- '' where unknown, so that the unique index holds
    published TEXT,
    language TEXT,
    sha256 TEXT NOT NULL,
    origin TEXT NOT NULL,
    model TEXT NOT NULL,
    data BLOB NOT NULL
);
CREATE UNIQUE INDEX documents_capture ON documents (sha256, publisher);
CREATE INDEX documents_id ON documents (id);
CREATE INDEX documents_publisher ON documents (publisher, published);
CREATE INDEX documents_published ON documents (published);

CREATE TABLE statements (
    row INTEGER PRIMARY KEY,
    document INTEGER NOT NULL REFERENCES documents (row) ON DELETE CASCADE,
    id TEXT NOT NULL,
    source TEXT NOT NULL,
    stance TEXT NOT NULL,
    evidence TEXT NOT NULL,
    content TEXT NOT NULL
);
CREATE INDEX statements_document ON statements (document, id);
CREATE INDEX statements_source ON statements (source, stance);
CREATE INDEX statements_stance ON statements (stance);

CREATE TABLE statement_countries (
    country TEXT NOT NULL,
    statement INTEGER NOT NULL REFERENCES statements (row) ON DELETE CASCADE,
    PRIMARY KEY (country, statement)
) WITHOUT ROWID;
CREATE INDEX statement_countries_statement ON statement_countries (statement);

CREATE TABLE stories (
    row INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    data BLOB NOT NULL
);

CREATE TABLE claims (
    story TEXT NOT NULL REFERENCES stories (id) ON DELETE CASCADE,
    id TEXT NOT NULL,
    text TEXT NOT NULL,
    time TEXT,
    place TEXT,
    PRIMARY KEY (story, id)
) WITHOUT ROWID;
CREATE INDEX claims_text ON claims (text);
CREATE INDEX claims_time ON claims (time);

CREATE TABLE skipped (
    origin TEXT PRIMARY KEY,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    failed INTEGER NOT NULL
) WITHOUT ROWID;
