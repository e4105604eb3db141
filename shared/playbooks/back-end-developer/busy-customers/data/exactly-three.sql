-- Three orders are not more than three; orders of other years don't lift anybody over the mark; two customers have none.
INSERT INTO customers VALUES (1, 'Adler'), (2, 'Bose'), (3, 'Costa'), (4, 'Dahl'), (5, 'Egan'), (6, 'Faye');
INSERT INTO orders
SELECT n, 1, 10.00, timestamptz '2024-04-01 08:00:00+00' + n * interval '1 week' FROM generate_series(1, 3) n;
INSERT INTO orders
SELECT 10 + n, 2, 10.00, timestamptz '2024-04-01 08:00:00+00' + n * interval '1 week' FROM generate_series(1, 4) n;
INSERT INTO orders
SELECT 20 + n, 3, 10.00, timestamptz '2024-06-01 08:00:00+00' + n * interval '1 week' FROM generate_series(1, 3) n;
INSERT INTO orders VALUES (31, 3, 10.00, '2023-06-01 08:00:00+00'), (32, 3, 10.00, '2025-06-01 08:00:00+00');
INSERT INTO orders
SELECT 40 + n, 4, 10.00, timestamptz '2024-09-01 08:00:00+00' + n * interval '1 day' FROM generate_series(1, 6) n;
INSERT INTO orders VALUES (51, 4, 10.00, '2025-02-01 08:00:00+00'), (52, 4, 10.00, '2023-02-01 08:00:00+00');
